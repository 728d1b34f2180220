-- One row per (network, return_name): a return due from the hubs of a network. Figures that need any other return are
-- not applicable to the network (z).
-- Filled from jobs/networks when the store is opened.
create table if not exists network_return (
    network varchar,
    return_name varchar,
    -- The position of the return in the network's list and in every table of returns.
    return_order integer
);
