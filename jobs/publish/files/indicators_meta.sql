-- One row per (col_name): a filter or indicator column of indicators_csv, as the DfE open data standard requires
-- with a data file. A column that only groups a filter (outcome) has no separate row.
create or replace table indicators_meta as
select
    col_name,
    col_type,
    label,
    indicator_grouping,
    indicator_unit,
    indicator_dp,
    filter_hint,
    filter_grouping_column
from (
    values
        (1, 'network', 'Filter', 'Network', '', '', '', 'The network of hubs', ''),
        (2, 'hub', 'Filter', 'Hub code', '', '', '', 'Total is the network as a whole', ''),
        (3, 'hub_name', 'Filter', 'Hub', '', '', '', 'The network''s name where the hub is Total', ''),
        (4, 'education_phase', 'Filter', 'Phase of education', '', '', '', 'Total is all phases', ''),
        (5, 'breakdown', 'Filter', 'Breakdown', '', '', '', 'Total unless the indicator has breakdowns', ''),
        (6, 'indicator', 'Filter', 'Indicator', '', '', '', 'The definition stands beside the data', 'outcome'),
        (7, 'numerator', 'Indicator', 'Numerator', 'Counts', '', '0', '', ''),
        (8, 'denominator', 'Indicator', 'Denominator', 'Counts', '', '0', '', ''),
        (9, 'n', 'Indicator', 'Number of cases', 'Counts', '', '0', '', ''),
        (10, 'value', 'Indicator', 'Value, on the scale of the indicator', 'Values', '', '1', '', ''),
        (11, 'value_lower_ci', 'Indicator', 'Lower 95% limit', 'Values', '', '1', '', ''),
        (12, 'value_upper_ci', 'Indicator', 'Upper 95% limit', 'Values', '', '1', '', ''),
        (13, 'change', 'Indicator', 'Change on the year before, in points', 'Changes', '', '1', '', ''),
        (14, 'change_lower_ci', 'Indicator', 'Lower 95% limit of the change', 'Changes', '', '1', '', ''),
        (15, 'change_upper_ci', 'Indicator', 'Upper 95% limit of the change', 'Changes', '', '1', '', ''),
        (16, 'change_hubs', 'Indicator', 'Hubs that the change stands on', 'Changes', '', '0', '', ''),
        (17, 'symbol', 'Filter', 'Symbol', '', '', '',
            'z not applicable, x not available, c suppressed, low rounds to 0, u low reliability', ''),
        (18, 'comparison', 'Filter', 'Compared with the network', '', '', '', 'At the 99.8% limits', ''),
        (19, 'hubs_contributing', 'Indicator', 'Hubs whose returns the figure stands on', 'Coverage', '', '0', '', ''),
        (20, 'hubs_open', 'Indicator', 'Hubs open in the years of the figure', 'Coverage', '', '0', '', ''),
        (21, 'coverage_percent', 'Indicator', 'Share of the eligible schools whose hubs contribute', 'Coverage', '%', '1', '', ''),
        (22, 'definition_version', 'Filter', 'Version of the definition', '', '', '', '', '')
) as described (
    position,
    col_name,
    col_type,
    label,
    indicator_grouping,
    indicator_unit,
    indicator_dp,
    filter_hint,
    filter_grouping_column
)
order by position;
