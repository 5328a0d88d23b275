-- Interviews with officials (J046–J047) and the tests of a survey before it goes out (J048). Who was asked stands as role and area, never as a name.

create table app.intervju (
  id uuid primary key default gen_random_uuid(),
  dag date not null,
  form text not null check (form in ('enskild', 'grupp')),
  satt text not null check (satt in ('digitalt', 'telefon', 'plats')),
  deltagare integer not null check (deltagare between 1 and 30),
  roll text not null,
  omrade text not null,
  amne text not null,
  av text not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp()
);

-- A passage of what was said, and the themes it is about, as its coder set them.
create table app.intervjupassage (
  id uuid primary key default gen_random_uuid(),
  intervju uuid not null references app.intervju(id),
  text text not null,
  teman text[] not null check (cardinality(teman) > 0),
  kodare text not null,
  kodare_id text not null,
  dag date not null,
  skapad timestamptz not null default clock_timestamp()
);
create index intervjupassage_intervju on app.intervjupassage (intervju, skapad);

-- A test of a survey: what was found, and what was changed for it.
create table app.enkatprovning (
  id uuid primary key default gen_random_uuid(),
  enkat uuid not null references app.enkat(id),
  dag date not null,
  satt text not null check (satt in ('intervju', 'internt', 'referensperson')),
  vem text not null,
  iakttagelse text not null,
  andring text not null,
  av text not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp()
);

do $$
declare t text;
begin
  foreach t in array array['intervju', 'enkatprovning'] loop
    execute format('create trigger %I before update or delete on app.%I for each row execute function app.andras_aldrig()', t || '_oforanderlig', t);
  end loop;
  foreach t in array array['intervju', 'intervjupassage', 'enkatprovning'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('grant select, insert on app.%I to atergang_app', t);
  end loop;
end $$;
-- What officials have said of their work is for the analysts; a manager does not read it.
create policy intervju_syns on app.intervju for select using (app.roll() in ('system', 'analytiker'));
create policy intervju_skrivs on app.intervju for insert with check (app.roll() = 'analytiker' and av_id = app.anvandare());
create policy intervjupassage_syns on app.intervjupassage for select using (app.roll() in ('system', 'analytiker'));
create policy intervjupassage_skrivs on app.intervjupassage for insert with check (app.roll() = 'analytiker' and kodare_id = app.anvandare());
create policy intervjupassage_tas_bort on app.intervjupassage for delete using (app.roll() = 'analytiker' and kodare_id = app.anvandare());
grant delete on app.intervjupassage to atergang_app;
create policy enkatprovning_syns on app.enkatprovning for select using (exists (select 1 from app.enkat e where e.id = enkat));
create policy enkatprovning_skrivs on app.enkatprovning for insert with check (app.roll() in ('analytiker', 'enhetschef') and av_id = app.anvandare() and exists (select 1 from app.enkat e where e.id = enkat));
