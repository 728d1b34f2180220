-- One row per (code): a mechanism by which networks, hubs and their activities are led, with its level, group and
-- mode. A mechanism may be at two levels. The list is from the study of two hub networks that named these
-- mechanisms; its wordings are accepted as spellings in jobs/returns/mechanism.yaml.
create or replace table mechanism_kind as
select
    code,
    level,
    case level when 'Area' then 1 when 'Activity' then 2 else 3 end as level_order,
    mechanism_group,
    case mechanism_group when 'Local leaders' then 1 when 'Local provision' then 2 else 3 end as group_order,
    mode,
    mechanism
from (
    values
        ('A01', 'Area', 'Local leaders', 'Formal', 'Opening central programmes to local leaders'),
        ('A02', 'Area', 'Local leaders', 'Formal', 'Finding and recruiting leads'),
        ('A03', 'Area', 'Local leaders', 'Formal', 'Helping to train leads'),
        ('A04', 'Area', 'Local leaders', 'Informal', 'Offering steps to more responsibility'),
        ('A05', 'Area', 'Local leaders', 'Informal', 'Encouraging leads to speak for their subject'),
        ('A06', 'Area', 'Local leaders', 'Informal', 'Building a sense of belonging to the network'),
        ('A07', 'Area', 'Local provision', 'Formal', 'Deciding what is offered, to whom and how'),
        ('A08', 'Area', 'Local provision', 'Formal', 'Choosing and adapting materials'),
        ('A09', 'Area', 'Local provision', 'Formal', 'Arranging venues and communication'),
        ('A10', 'Area', 'Local provision', 'Informal', 'Keeping the offer varied and large enough'),
        ('A11', 'Area', 'Local provision', 'Informal', 'Balancing adaptation and fidelity'),
        ('A12', 'Area', 'Local provision', 'Informal', 'Supporting leads in schools and outside them'),
        ('A13', 'Area', 'Coordination', 'Formal', 'Managing the area network'),
        ('A14', 'Area', 'Coordination', 'Formal', 'Staffing activities'),
        ('A15', 'Area', 'Coordination', 'Formal', 'Promoting the offer in the area'),
        ('A16', 'Area', 'Coordination', 'Formal', 'Championing the subject'),
        ('A17', 'Area', 'Coordination', 'Formal', 'Working with local partners'),
        ('A18', 'Area', 'Coordination', 'Informal', 'Choosing and connecting leads and schools'),
        ('A19', 'Area', 'Coordination', 'Informal', 'Building a community and a shared culture'),
        ('A20', 'Area', 'Coordination', 'Informal', 'Keeping feedback flowing'),
        ('N01', 'National', 'Coordination', 'Formal', 'Managing the network'),
        ('N02', 'National', 'Coordination', 'Formal', 'Contracting and funding'),
        ('N03', 'National', 'Coordination', 'Formal', 'Promoting the offer nationally'),
        ('N04', 'National', 'Coordination', 'Formal', 'Championing the policy'),
        ('N05', 'National', 'Coordination', 'Formal', 'Working with national partners'),
        ('N06', 'National', 'Coordination', 'Informal', 'Connecting the network and aligning its purpose'),
        ('N07', 'National', 'Coordination', 'Informal', 'Building a community and a shared culture'),
        ('N08', 'National', 'Coordination', 'Informal', 'Keeping feedback flowing'),
        ('P01', 'Activity', 'Coordination', 'Formal', 'Promoting an activity and recruiting to it'),
        ('P02', 'Activity', 'Coordination', 'Formal', 'Organising the logistics'),
        ('P03', 'Activity', 'Coordination', 'Formal', 'Pointing to other activities'),
        ('P04', 'Activity', 'Coordination', 'Informal', 'Building networks of participants and schools'),
        ('P05', 'Activity', 'Coordination', 'Formal', 'Championing an activity'),
        ('P06', 'Activity', 'Coordination', 'Informal', 'Keeping in touch with participants'),
        ('P07', 'Activity', 'Coordination', 'Informal', 'Keeping feedback flowing')
) as kinds (code, level, mechanism_group, mode, mechanism);
