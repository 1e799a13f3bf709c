-- A case was touched when something was written in it, by whoever may write there.
CREATE FUNCTION cases_touch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE cases_case SET touched_at = NEW.at WHERE id = NEW.case_id AND touched_at < NEW.at;
    RETURN NULL;
END $$;
ALTER FUNCTION cases_touch() OWNER TO kasane_definer;
SET ROLE kasane_definer;
REVOKE ALL ON FUNCTION cases_touch() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_touch() TO kasane_app, kasane_owner;
RESET ROLE;
CREATE TRIGGER touch_case AFTER INSERT ON cases_event FOR EACH ROW EXECUTE FUNCTION cases_touch();
CREATE TRIGGER touch_case AFTER INSERT ON cases_supportrecord FOR EACH ROW EXECUTE FUNCTION cases_touch();
