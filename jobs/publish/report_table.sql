-- One row per published table, not about an indicator's value, of which a hub's report may print its own rows:
-- those of the report's year, or of all years up to it.
create or replace table report_table as
select
    table_name,
    years
from (
    values
        ('evidence_case', 'this'),
        ('evidence_claim', 'this'),
        ('evidence_meeting', 'this'),
        ('evidence_part', 'this'),
        ('evidence_theme', 'this'),
        ('footnote', 'this'),
        ('hub_target', 'this'),
        ('open_finding', 'this'),
        ('overlap', 'this'),
        ('pathway_stage', 'to date'),
        ('restated', 'to date'),
        ('return_status', 'this'),
        ('school_counts', 'this'),
        ('school_loss', 'this'),
        ('stage_transition', 'this'),
        ('survey_answer', 'this'),
        ('trend', 'this')
) as tables (table_name, years);
