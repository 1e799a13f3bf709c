-- Whether two texts are one slip of the hand apart: a letter changed, missing, too many, or two neighbours exchanged;
-- or equal. Both three letters or longer, and alike at the beginning or the end. The same as one_slip in conditions.py.
CREATE FUNCTION kasane_near(a text, b text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    long_a integer := length(a);
    long_b integer := length(b);
    at integer := 1;
BEGIN
    IF least(long_a, long_b) < 3 OR abs(long_a - long_b) > 1
       OR (left(a, 1) <> left(b, 1) AND right(a, 1) <> right(b, 1)) THEN
        RETURN false;
    END IF;
    IF a = b THEN
        RETURN true;
    END IF;
    WHILE at <= least(long_a, long_b) AND substr(a, at, 1) = substr(b, at, 1) LOOP
        at := at + 1;
    END LOOP;
    RETURN substr(a, at + 1) = substr(b, at + 1)
        OR substr(a, at + 1) = substr(b, at)
        OR substr(a, at) = substr(b, at + 1)
        OR (substr(a, at, 1) = substr(b, at + 1, 1) AND substr(a, at + 1, 1) = substr(b, at, 1)
            AND substr(a, at + 2) = substr(b, at + 2) AND at < long_a);
END $$;
