-- An owner looks at the own statements.
create index statement_owner on rulebooks.statement (owner_id, id desc);
