-- What was paid before this system: sums by month as the agency's sheets give them (L003), never people, since the earlier support can be followed
-- for a person only from 1 July 2018 (C029). Grants for medical service are a kind of their own that no figure reads (C030).
-- A reading is never changed: a month that is read again stands in the new reading, and the old one can still be seen.

create table app.apr_tidigare_lasning (
  id bigint generated always as identity primary key,
  tid timestamptz not null,
  anvandare text not null,
  namn text not null,
  kalla text not null,
  filnamn text not null,
  sha256 text not null,
  rader integer not null
);
create table app.apr_tidigare_rad (
  id bigint generated always as identity primary key,
  lasning bigint not null references app.apr_tidigare_lasning(id),
  stod text not null check (stod in ('arbetsplatsnara', 'arbetsplatsinriktat', 'medicinskService')),
  -- the month of payment, by its first day
  manad date not null check (extract(day from manad) = 1),
  lan text,
  belopp bigint not null check (belopp >= 0),
  utbetalningar integer check (utbetalningar >= 0),
  -- the break of the published figures: payments to and including July 2018 are the earlier support
  check (stod <> 'arbetsplatsnara' or manad between date '2014-01-01' and date '2018-07-01'),
  check (stod <> 'arbetsplatsinriktat' or manad >= date '2018-08-01')
);
create unique index apr_tidigare_rad_en on app.apr_tidigare_rad (lasning, stod, manad, coalesce(lan, ''));
create trigger apr_tidigare_lasning_oforanderlig before update or delete on app.apr_tidigare_lasning for each row execute function app.handelse_ar_oforanderlig();
create trigger apr_tidigare_rad_oforanderlig before update or delete on app.apr_tidigare_rad for each row execute function app.handelse_ar_oforanderlig();

alter table app.apr_tidigare_lasning enable row level security;
create policy apr_tidigare_lasning_lases on app.apr_tidigare_lasning for select using (app.roll() in ('system', 'enhetschef', 'analytiker'));
create policy apr_tidigare_lasning_skrivs on app.apr_tidigare_lasning for insert with check (anvandare = app.anvandare() and app.roll() = 'enhetschef');
alter table app.apr_tidigare_rad enable row level security;
create policy apr_tidigare_rad_lases on app.apr_tidigare_rad for select using (app.roll() in ('system', 'enhetschef', 'analytiker'));
create policy apr_tidigare_rad_skrivs on app.apr_tidigare_rad for insert with check (app.roll() = 'enhetschef' and exists (select 1 from app.apr_tidigare_lasning l where l.id = lasning and l.anvandare = app.anvandare()));
grant select, insert on app.apr_tidigare_lasning, app.apr_tidigare_rad to atergang_app;
