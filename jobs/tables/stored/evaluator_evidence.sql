-- One row per (claim, row_number): an evaluator's summary, as returned: its header, context and conclusion.
create table if not exists evaluator_evidence (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    strategic_goal varchar,
    research_question varchar,
    the_case varchar,
    context varchar,
    overview varchar,
    national_priorities varchar,
    focus varchar,
    data_collection varchar,
    about_themes varchar,
    conclusion varchar
);
