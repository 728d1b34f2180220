-- One row per published table, not about an indicator's value, of which a hub's report may print its own rows:
-- those of the report's year, or of all years up to it; and whether a public report may print them too, which it may
-- where the table is a public file.
create or replace table report_table as
select
    table_name,
    years,
    is_public
from (
    values
        ('activity_spread', 'this', false),
        ('context_cell', 'this', false),
        ('evidence_beside', 'this', false),
        ('evidence_case', 'this', false),
        ('evidence_claim', 'this', false),
        ('evidence_meeting', 'this', false),
        ('evidence_part', 'this', false),
        ('evidence_theme', 'this', false),
        ('footnote', 'this', false),
        ('hub_apart', 'this', false),
        ('hub_authority', 'this', true),
        ('hub_target', 'this', false),
        ('lead_role', 'this', false),
        ('open_finding', 'this', false),
        ('overlap', 'this', false),
        ('pathway_reason', 'this', false),
        ('pathway_stage', 'to date', false),
        ('restated', 'to date', false),
        ('return_coverage', 'this', false),
        ('return_status', 'this', false),
        ('school_context', 'this', false),
        ('school_counts', 'this', false),
        ('school_loss', 'this', false),
        ('stage_transition', 'this', false),
        ('survey_answer', 'this', false),
        ('survival_step', 'this', false),
        ('target_version', 'this', false),
        ('trend', 'this', false)
) as tables (table_name, years, is_public);
