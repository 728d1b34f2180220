-- One row per (claim, row_number): a response to a survey, as returned; answers run from 1 to 5 (5 most positive),
-- recommend from 0 to 10.
create table if not exists survey_response (
    claim bigint not null,
    row_number integer not null,
    hub varchar,
    time_period integer,
    urn integer,
    activity varchar,
    response_id varchar,
    overall tinyint,
    aim1 tinyint,
    aim2 tinyint,
    aim3 tinyint,
    aim4 tinyint,
    iam1 tinyint,
    iam2 tinyint,
    iam3 tinyint,
    iam4 tinyint,
    fim1 tinyint,
    fim2 tinyint,
    fim3 tinyint,
    fim4 tinyint,
    trust tinyint,
    recommend tinyint,
    -- The time in ISO 8601 format.
    started varchar,
    completed varchar
);
