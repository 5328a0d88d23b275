-- Each answer has an id of its own, drawn apart from that of the one who gave it: free text is read and coded by it, and cannot be laid beside the
-- same person's other answers, nor beside another free text of theirs (ADR 0074).
alter table app.enkatsvar add column id uuid not null default gen_random_uuid();
alter table app.enkatsvar add constraint enkatsvar_id unique (id);
