-- Schools that are active on the pathway of two hubs of one network in the same academic year.
select
    claim,
    row_number,
    'urn' as field,
    urn::varchar as found,
    format(
        'School {} is Active on the pathway of {} too; agree which hub it is with; the row was kept, and the school counts once in the network.',
        urn,
        other_hub
    ) as message
from pathway_shared
order by claim, row_number;
