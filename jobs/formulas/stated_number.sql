-- A number as people write it in a sentence, in digits or words up to 99; null for a word that is no number.
create or replace macro stated_number(words) as
    coalesce(
        try_cast(replace(words, ',', '') as integer),
        list_position(
            [
                'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
                'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'
            ],
            lower(words)
        ),
        case when lower(words) = 'a dozen' then 12 when lower(words) in ('no', 'none', 'zero') then 0 end,
        10 * (list_position(
            ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
            regexp_extract(lower(words), '^[a-z]+')
        ) + 1)
        + coalesce(
            list_position(
                ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
                regexp_extract(lower(words), '[- ]([a-z]+)$', 1)
            ),
            0
        )
    );
