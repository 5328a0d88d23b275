-- How a unit has its specialists and its insurance medical advisers: its own, or shared with others (H018). A setting with a day from
-- which it holds, written by the unit's manager; a change is a new row.
create table app.stodordning (
  id bigint generated always as identity primary key,
  enhet text not null,
  stod text not null check (stod in ('specialist', 'fmr')),
  ordning text not null check (ordning in ('egna', 'delade')),
  delas_med text not null,
  galler_from date not null,
  skal text not null,
  av text not null,
  av_id text not null,
  registrerad date not null,
  skapad timestamptz not null default clock_timestamp()
);
create index stodordning_enhet on app.stodordning (enhet, stod, galler_from, id);
create trigger stodordning_oforanderlig before update or delete on app.stodordning for each row execute function app.andras_aldrig();
create trigger stodordning_tomningsfri before truncate on app.stodordning for each statement execute function app.andras_aldrig();
alter table app.stodordning enable row level security;
-- No person in it: everybody who sees the overview reads it.
create policy stodordning_lases on app.stodordning for select using (app.roll() in ('system', 'handlaggare', 'specialist', 'enhetschef', 'analytiker'));
create policy stodordning_skrivs on app.stodordning for insert with check (app.roll() = 'enhetschef' and enhet = app.enhet() and av_id = app.anvandare());
grant select, insert on app.stodordning to atergang_app;
