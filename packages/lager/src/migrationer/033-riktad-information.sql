-- The register of directed information (riktad information, D026–D028): who was told what, how, where and when, and how many it
-- reached. No person in it but the officials who plan, hold and write. Each change is a version of its own: nothing is overwritten.
create table app.informationsinsats (
  id uuid not null,
  version integer not null check (version > 0),
  lage text not null,
  typ text not null,
  teman text[] not null check (cardinality(teman) > 0),
  malgrupp text not null,
  lan text[] not null check (cardinality(lan) > 0),
  fran date not null,
  tom date not null check (tom >= fran),
  natta integer check (natta >= 0),
  ansvarig text not null,
  beskrivning text not null,
  skal text not null,
  av text not null,
  av_id text not null,
  enhet text not null,
  registrerad date not null,
  skapad timestamptz not null default clock_timestamp(),
  primary key (id, version)
);
create trigger informationsinsats_oforanderlig before update or delete on app.informationsinsats for each row execute function app.andras_aldrig();
create trigger informationsinsats_tomningsfri before truncate on app.informationsinsats for each statement execute function app.andras_aldrig();
alter table app.informationsinsats enable row level security;
create policy informationsinsats_lases on app.informationsinsats for select using (app.roll() in ('system', 'enhetschef', 'samverkansansvarig', 'analytiker'));
create policy informationsinsats_skrivs on app.informationsinsats for insert with check (app.roll() in ('enhetschef', 'samverkansansvarig') and av_id = app.anvandare());
grant select, insert on app.informationsinsats to atergang_app;
