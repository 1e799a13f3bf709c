"""A row about a case names its kinds of data (R-DIS-04): one without any would be shown to everybody.

`policies.protect` sees to it for tables made from now on, this for those that stand already.
"""

from django.db import migrations

STANDING = """
DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT p.tablename FROM pg_policies p
        WHERE p.schemaname = 'public' AND p.policyname = 'viewer_sees' AND p.qual LIKE '%(kinds)::integer & (~%'
          AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = p.tablename || '_some_kind')
    LOOP
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (kinds > 0)', name, name || '_some_kind');
    END LOOP;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0006_sharing")]

    operations = [migrations.RunSQL(STANDING, migrations.RunSQL.noop)]
