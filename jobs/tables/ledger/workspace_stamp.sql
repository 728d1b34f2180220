-- One row per (workspace): the workspace that this store belongs to; the same number is in archive/workspace.id.
create table if not exists workspace_stamp (
    workspace varchar not null
);
