-- Who owes a levy and how it is paid, as the book says it; empty where it does not, as in the books before.
alter table levies.tariff_line
    add column payer text not null default '',
    add column due text not null default '',
    add column penalty text not null default '',
    add column account text not null default '';

-- What was handed in before says nothing of it.
update levies.book_content set content = jsonb_set(content, '{book,lines}', (
    select jsonb_agg(line || '{"duty": {"payer": "", "due": "", "penalty": "", "account": ""}}' order by place)
    from jsonb_array_elements(content #> '{book,lines}') with ordinality as l (line, place)));
