-- A sentence as printed in a hub's report, without the names of other hubs. names is a pattern of these names. If a
-- name is part of a reference, such as QS1-L03, the rest is kept: …-L03.
create or replace macro with_names_replaced(sentence, names) as
    regexp_replace(
        regexp_replace(
            regexp_replace(
                sentence,
                '(^|[^\pL\pN])(' || names || ')([-_/.][\pL\pN])',
                '\1…\3',
                'g'
            ),
            '([\pL\pN][-_/.])(' || names || ')($|[^\pL\pN])',
            '\1…\3',
            'g'
        ),
        '(^|[^\pL\pN])(' || names || ')($|[^\pL\pN])',
        '\1another hub\3',
        'g'
    );

create or replace macro plain_words(sentence) as regexp_replace(lower(sentence), '[^\pL\pN]+', ' ', 'g');

-- One pattern of those names that a sentence may contain. A pattern of all hubs is slow: it is compiled for each row.
create or replace macro names_in(sentence, names) as
    array_to_string(
        list_transform(
            list_filter(names, lambda name: contains(plain_words(sentence), name.plain)),
            lambda name: name.pattern
        ),
        '|'
    );

-- names are those of other_hub. Applied twice, because a match includes the space before the next one.
create or replace macro without_other_hubs(sentence, names) as
    case
        when coalesce(names_in(sentence, names), '') = '' then sentence
        else regexp_replace(
            with_names_replaced(with_names_replaced(sentence, names_in(sentence, names)), names_in(sentence, names)),
            'another hub((,| and| or) another hub)+',
            'other hubs',
            'g'
        )
    end;
