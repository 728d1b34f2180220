-- A number as people write it, in digits or words: up to 99, then up to 999 and with dozens; null if the word is not
-- a number.
create or replace macro number_below_hundred(words) as
    coalesce(
        try_cast(replace(words, ',', '') as integer),
        list_position(
            string_split(
                'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
                || ' twenty twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine'
                || ' thirty thirty-one thirty-two thirty-three thirty-four thirty-five thirty-six thirty-seven thirty-eight thirty-nine'
                || ' forty forty-one forty-two forty-three forty-four forty-five forty-six forty-seven forty-eight forty-nine'
                || ' fifty fifty-one fifty-two fifty-three fifty-four fifty-five fifty-six fifty-seven fifty-eight fifty-nine'
                || ' sixty sixty-one sixty-two sixty-three sixty-four sixty-five sixty-six sixty-seven sixty-eight sixty-nine'
                || ' seventy seventy-one seventy-two seventy-three seventy-four seventy-five seventy-six seventy-seven seventy-eight seventy-nine'
                || ' eighty eighty-one eighty-two eighty-three eighty-four eighty-five eighty-six eighty-seven eighty-eight eighty-nine'
                || ' ninety ninety-one ninety-two ninety-three ninety-four ninety-five ninety-six ninety-seven ninety-eight ninety-nine',
                ' '
            ),
            replace(words, ' ', '-')
        )
    );

create or replace macro number_of_words(words) as
    case
        when regexp_matches(words, ' hundred')
        then 100 * greatest(
            coalesce(list_position(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'], split_part(words, ' ', 1)), 1), 1
        ) + coalesce(number_below_hundred(nullif(regexp_extract(words, ' hundred and (.+)$', 1), '')), 0)
        when words = 'half a dozen' then 6
        when regexp_matches(words, ' dozen$') then 12 * coalesce(number_below_hundred(split_part(words, ' ', 1)), 1)
        when words in ('a couple', 'both') then 2
        when words in ('no', 'none', 'zero') then 0
        else number_below_hundred(words)
    end;

-- The number without its total: "7 of the 36" gives 7.
create or replace macro stated_part(words) as
    regexp_extract(
        regexp_replace(lower(words), '\s+', ' ', 'g'),
        '^(?:a total of |only |just |all |exactly )?(.+?)(?: (?:out )?of .+)?$',
        1
    );

-- The two ends of a range, as a list: "between 7 and 10", "7-10", "two or three"; null if it is not a range.
create or replace macro stated_range(part) as
    list_transform(
        case
            when regexp_matches(part, '^\d[\d,]* ?[-–—] ?\d[\d,]*$')
            then [trim(regexp_extract(part, '^[\d,]+')), trim(regexp_extract(part, '[\d,]+$'))]
            when regexp_matches(part, '^between ')
            then [regexp_extract(part, '^between (.+?) and ', 1), regexp_extract(part, '^between .+? and (.+)$', 1)]
            when regexp_matches(part, ' (?:to|or) ') and not regexp_matches(part, '^up to | or (?:more|fewer|less)$')
            then [regexp_extract(part, '^(.+?) (?:to|or) ', 1), regexp_extract(part, ' (?:to|or) (.+)$', 1)]
        end,
        lambda words: number_of_words(words)
    );

-- The number in a bound: "over 30" gives 30.
create or replace macro stated_bound(part) as
    number_of_words(trim(regexp_replace(
        part,
        '^(?:(?:just )?(?:over|under)|(?:no )?(?:more|fewer|less) than|at (?:least|most)|above|up to|about|around|approximately'
            || '|roughly|circa|nearly|almost|some) | or (?:more|fewer|less)$|\+$',
        ''
    )));

-- The lowest and the highest number that agree with a statement, from its ends, if it is a range, and from the
-- number in its bound. "About" a number means within a tenth.
create or replace macro stated_low(part, ends, bound) as
    case
        when ends is not null then ends[1]
        when regexp_matches(part, '^(?:(?:just )?over|more than|above) ') then bound + 1
        when bound is not null
        and regexp_matches(part, '^(?:(?:just )?under|fewer than|less than|up to|at most|no more than) | or (?:fewer|less)$')
        then 0
        when regexp_matches(part, '^(?:about|around|approximately|roughly|circa|some|nearly|almost) ') then floor(0.9 * bound)
        else bound
    end::integer;

create or replace macro stated_high(part, ends, bound) as
    case
        when ends is not null then ends[2]
        when regexp_matches(part, '^(?:no (?:fewer|less) than|at least|(?:just )?over|more than|above) | or more$|\+$')
        then bound + 1000000
        when regexp_matches(part, '^(?:(?:just )?under|fewer than|less than) ') then bound - 1
        when regexp_matches(part, '^(?:about|around|approximately|roughly|circa|some) ') then ceil(1.1 * bound)
        else bound
    end::integer;

-- A share as people write it: "62%", "two thirds".
create or replace macro is_stated_percent(words) as
    regexp_matches(words, '(?i)%|per ?cent|\b(?:half|thirds?|quarters?|fifths?|tenths?)$');

create or replace macro stated_percent(words) as
    case
        when regexp_matches(words, '(?i)%|per ?cent') then try_cast(regexp_extract(words, '\d+(?:\.\d+)?') as double)
        when regexp_matches(words, '(?i)\bhalf$') then 50.0
        else 100.0
            * coalesce(list_position(['one', 'two', 'three', 'four', '', '', '', '', 'nine'], nullif(regexp_extract(lower(words), '(one|two|three|four|nine) \w+$', 1), '')), 1)
            / list_extract([3, 4, 5, 10], list_position(['th', 'qu', 'fi', 'te'], left(regexp_extract(lower(words), '(\w+)$', 1), 2)))
    end;

-- The lowest and the highest share, in percent, that agree with a statement: a number to its last digit; a fraction,
-- and "about" a share, within 5 points or less.
create or replace macro stated_percent_low(words) as
    case
        when regexp_matches(words, '(?i)^(?:(?:just )?under|fewer than|less than|up to|at most|no more than) ')
        then if(regexp_matches(words, '(?i)^just '), stated_percent(words) - 5, 0)
        when regexp_matches(words, '(?i)^(?:nearly|almost|about|around|approximately|roughly|circa|some) ') then stated_percent(words) - 5
        when regexp_matches(words, '(?i)^(?:(?:just )?over|more than|above|at least|no (?:fewer|less) than) ') then stated_percent(words)
        when regexp_matches(words, '\.\d') then stated_percent(words) - 0.05
        when regexp_matches(words, '(?i)%|per ?cent') then stated_percent(words) - 0.5
        else stated_percent(words) - 3.5
    end;

create or replace macro stated_percent_high(words) as
    case
        when regexp_matches(words, '(?i)^(?:(?:just )?over|more than|above|at least|no (?:fewer|less) than) ')
        then if(regexp_matches(words, '(?i)^just '), stated_percent(words) + 5, 100)
        when regexp_matches(words, '(?i)^(?:(?:just )?under|fewer than|less than|up to|at most|no more than|nearly|almost) ') then stated_percent(words)
        when regexp_matches(words, '(?i)^(?:about|around|approximately|roughly|circa|some) ') then stated_percent(words) + 5
        when regexp_matches(words, '\.\d') then stated_percent(words) + 0.05
        when regexp_matches(words, '(?i)%|per ?cent') then stated_percent(words) + 0.5
        else stated_percent(words) + 3.5
    end;
