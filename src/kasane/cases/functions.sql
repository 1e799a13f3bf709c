-- A case was touched when something was written in it, by whoever may write there.
CREATE FUNCTION cases_touch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE cases_case SET touched_at = NEW.at WHERE id = NEW.case_id AND touched_at < NEW.at;
    RETURN NULL;
END $$;
SELECT disclosure_give_to_definer('cases_touch()');
CREATE TRIGGER touch_case AFTER INSERT ON cases_event FOR EACH ROW EXECUTE FUNCTION cases_touch();
CREATE TRIGGER touch_case AFTER INSERT ON cases_supportrecord FOR EACH ROW EXECUTE FUNCTION cases_touch();
