-- One row per network and return that its hubs give; what a network does not give is not applicable to it (z).
create or replace table network_return as
select
    network,
    return_name
from (
    values
        ('Maths Hubs', 'engagement'),
        ('Maths Hubs', 'pathway'),
        ('Maths Hubs', 'delivery'),
        ('Maths Hubs', 'pd_lead'),
        ('Maths Hubs', 'stated_total'),
        ('Maths Hubs', 'survey_response'),
        ('Science Learning Partnerships', 'engagement'),
        ('Science Learning Partnerships', 'delivery'),
        ('Science Learning Partnerships', 'pd_lead'),
        ('Science Learning Partnerships', 'survey_response')
) as given (network, return_name);
