-- One row per (table_name): a published table, not about an indicator's value, of which a hub's report may print its
-- own rows: those of the report's year, or of all years up to it; and the table that a public report prints in its
-- place, which is a public file. Without one a public report prints nothing of it.
create or replace table report_table as
select
    table_name,
    years,
    public_table
from (
    values
        ('activity_spread', 'this', null),
        ('authority_reach', 'this', null),
        ('context_cell', 'this', null),
        ('engaged_change', 'this', null),
        ('evidence_beside', 'this', null),
        ('evidence_case', 'this', null),
        ('evidence_claim', 'this', null),
        ('evidence_meeting', 'this', null),
        ('evidence_part', 'this', null),
        ('evidence_theme', 'this', null),
        ('footnote', 'this', null),
        ('hub_figure', 'this', null),
        ('hub_outlier', 'this', null),
        ('hub_authority', 'this', 'public_authority'),
        ('hub_target', 'this', null),
        ('lead_role', 'this', null),
        ('open_finding', 'this', null),
        ('overlap', 'this', null),
        ('pathway_reason', 'this', null),
        ('pathway_stage', 'to date', null),
        ('restated', 'to date', null),
        ('return_coverage', 'this', null),
        ('return_status', 'this', null),
        ('school_context', 'this', null),
        ('school_counts', 'this', null),
        ('school_loss', 'this', null),
        ('stage_transition', 'this', null),
        ('survey_answer', 'this', null),
        ('survival_step', 'this', null),
        ('target_version', 'this', null),
        ('trend', 'this', null)
) as tables (table_name, years, public_table);
