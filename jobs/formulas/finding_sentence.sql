-- Fills the placeholders in a text of a finding. Texts and values are stored separately and are combined only here.
-- {value} is the value found, in quotation marks, shortened if it is long.
create or replace macro quoted_value(given) as
    case
        when given is null then 'blank'
        when length(given) <= 120 then '"' || given || '"'
        else '"' || rtrim(left(given, 119)) || '…"'
    end;

-- Each placeholder is filled once: braces within a value are printed as they are.
create or replace macro finding_sentence(wording, given, words) as
    array_to_string(
        list_transform(
            string_split(wording, '{'),
            lambda piece, i: case
                when i = 1 then piece
                when starts_with(piece, 'value}') then quoted_value(given) || substr(piece, length('value}') + 1)
                else coalesce(words[split_part(piece, '}', 1)], '') || substr(piece, strpos(piece, '}') + 1)
            end
        ),
        ''
    );
