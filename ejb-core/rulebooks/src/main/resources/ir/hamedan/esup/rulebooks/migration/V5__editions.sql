-- People name a book by its code and version, and its clauses are cited so: what was ever published keeps the pair, also
-- when it was withdrawn. The first day is set when a book is published and never before.
create unique index book_edition_once on rulebooks.book (code, version) where effective_from is not null;
