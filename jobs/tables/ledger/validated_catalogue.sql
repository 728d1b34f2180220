-- One row per (fingerprint): a catalogue that was found valid: the fingerprint of its files and of the program that
-- validated them.
create table if not exists validated_catalogue (
    fingerprint varchar not null
);
