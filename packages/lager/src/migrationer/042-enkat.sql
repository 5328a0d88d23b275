-- A survey (J040–J045): who gets it, what they answer, and the two kept apart (ADR 0074). While it is open an answer is a draft that only its
-- owner comes to, by a link. When it closes the answers that were handed in get ids of no meaning and the drafts, links and addresses go:
-- from then on nothing in the database says whose an answer is.

create table app.enkat (
  id uuid primary key default gen_random_uuid(),
  namn text not null,
  syfte text not null,
  -- whose it is: '' for the analysts of the country, else the unit of the manager who made it
  enhet text not null,
  -- results are told by this and by nothing else: two divisions beside each other could be subtracted
  redovisas text not null check (redovisas in ('lan', 'omrade', 'roll')),
  oppnar date not null,
  stanger date not null check (stanger >= oppnar),
  paminnelser jsonb not null default '[]',
  tillstand text not null default 'utkast' check (tillstand in ('utkast', 'oppen', 'stangd')),
  stangd date,
  av text not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp()
);

create table app.enkatfraga (
  enkat uuid not null references app.enkat(id) on delete cascade,
  nr integer not null,
  fraga integer not null,
  item text not null,
  text text not null,
  slag text not null check (slag in ('skala', 'val', 'fritext')),
  minst integer,
  hogst integer,
  vet_ej boolean not null default false,
  index_namn text,
  alternativ jsonb not null default '[]',
  primary key (enkat, fraga, item),
  check (slag <> 'skala' or (minst is not null and hogst > minst))
);

create table app.enkatmottagare (
  id uuid primary key default gen_random_uuid(),
  enkat uuid not null references app.enkat(id) on delete cascade,
  -- gone when the survey has closed
  adress text,
  lan text not null,
  omrade text not null,
  roll text not null
);
create unique index enkatmottagare_adress on app.enkatmottagare (enkat, lower(adress));

-- How far a recipient has come, and the answers until the survey closes. Only the system reads it.
create table app.enkatdeltagande (
  mottagare uuid primary key references app.enkatmottagare(id) on delete cascade,
  utkast jsonb,
  sparad timestamptz,
  besvarad date,
  efter_paminnelser integer
);

-- A way in, as the doctor's to a statement (ADR 0041): the address holds the id, the code is kept hashed.
create table app.enkatlank (
  id uuid primary key,
  mottagare uuid not null references app.enkatmottagare(id) on delete cascade,
  salt bytea not null,
  kod bytea not null,
  skapad timestamptz not null default clock_timestamp(),
  giltig_till date not null,
  aterkallad date,
  forsok integer not null default 0,
  last_till timestamptz
);
create index enkatlank_mottagare on app.enkatlank (mottagare);

-- What is to go out, and what has gone.
create table app.enkatutskick (
  id uuid primary key default gen_random_uuid(),
  mottagare uuid not null references app.enkatmottagare(id) on delete cascade,
  -- 0 is the invitation, then the reminders in order
  nr integer not null,
  dag date not null,
  skickat date,
  -- answered before it went out
  behovdes_inte boolean not null default false,
  unique (mottagare, nr)
);

create table app.enkatsvarare (
  id uuid primary key,
  enkat uuid not null references app.enkat(id) on delete cascade,
  -- the value of what results are told by, and nothing else about who
  grupp text not null
);
create index enkatsvarare_enkat on app.enkatsvarare (enkat);
create table app.enkatsvar (
  svarare uuid not null references app.enkatsvarare(id) on delete cascade,
  fraga integer not null,
  item text not null,
  slag text not null,
  varde integer,
  vet_ej boolean not null default false,
  svar text,
  primary key (svarare, fraga, item)
);

-- Codes of free text (J045), and who set which.
create table app.enkatkod (
  enkat uuid not null references app.enkat(id) on delete cascade,
  fraga integer not null,
  item text not null,
  kod text not null,
  beskrivning text not null,
  av text not null,
  av_id text not null,
  primary key (enkat, fraga, item, kod)
);
create table app.enkatkodning (
  svarare uuid not null references app.enkatsvarare(id) on delete cascade,
  fraga integer not null,
  item text not null,
  kod text not null,
  kodare text not null,
  kodare_id text not null,
  dag date not null,
  primary key (svarare, fraga, item, kodare_id)
);

-- Opened, recipients put in, closed, results taken out: by whom and when. Never changed.
create table app.enkathandelse (
  id bigint generated always as identity primary key,
  enkat uuid not null references app.enkat(id),
  tid timestamptz not null default clock_timestamp(),
  dag date not null,
  namn text not null,
  anvandare text not null,
  text text not null
);
create trigger enkathandelse_oforanderlig before update or delete on app.enkathandelse for each row execute function app.andras_aldrig();
create trigger enkathandelse_tomningsfri before truncate on app.enkathandelse for each statement execute function app.andras_aldrig();

-- Analysts see every survey, a manager those of the unit.
create function app.ser_enkat(p_enhet text) returns boolean language sql stable as $$
  select app.roll() in ('system', 'analytiker') or (app.roll() = 'enhetschef' and p_enhet = app.enhet())
$$;

do $$
declare t text;
begin
  foreach t in array array['enkat', 'enkatfraga', 'enkatmottagare', 'enkatdeltagande', 'enkatlank', 'enkatutskick', 'enkatsvarare', 'enkatsvar', 'enkatkod', 'enkatkodning', 'enkathandelse'] loop
    execute format('alter table app.%I enable row level security', t);
  end loop;
  foreach t in array array['enkatdeltagande', 'enkatlank', 'enkatutskick'] loop
    execute format('create policy %I on app.%I using (app.roll() = ''system'') with check (app.roll() = ''system'')', t || '_systemet', t);
    execute format('grant select, insert, update, delete on app.%I to atergang_app', t);
  end loop;
end $$;

create policy enkat_syns on app.enkat for select using (app.ser_enkat(enhet));
create policy enkat_skapas on app.enkat for insert with check (app.roll() in ('analytiker', 'enhetschef') and app.ser_enkat(enhet) and av_id = app.anvandare());
create policy enkat_andras on app.enkat for update using (app.ser_enkat(enhet) and tillstand <> 'stangd');
create policy enkatfraga_syns on app.enkatfraga for select using (exists (select 1 from app.enkat e where e.id = enkat));
-- The questions stand still once somebody may have answered them.
create policy enkatfraga_skrivs on app.enkatfraga for insert with check (exists (select 1 from app.enkat e where e.id = enkat and e.tillstand = 'utkast'));
create policy enkatfraga_tas_bort on app.enkatfraga for delete using (exists (select 1 from app.enkat e where e.id = enkat and e.tillstand = 'utkast'));
create policy enkatmottagare_syns on app.enkatmottagare for select using (exists (select 1 from app.enkat e where e.id = enkat));
create policy enkatmottagare_skrivs on app.enkatmottagare for insert with check (exists (select 1 from app.enkat e where e.id = enkat and e.tillstand <> 'stangd'));
create policy enkatmottagare_tas_bort on app.enkatmottagare for delete using (exists (select 1 from app.enkat e where e.id = enkat and e.tillstand = 'utkast'));
-- Only the closing writes answers, and nobody changes them.
create policy enkatsvarare_syns on app.enkatsvarare for select using (exists (select 1 from app.enkat e where e.id = enkat and e.tillstand = 'stangd'));
-- What somebody has written in words may show who it is: a manager does not read what their own staff has written.
create policy enkatsvar_syns on app.enkatsvar for select using (exists (select 1 from app.enkatsvarare s where s.id = svarare) and (slag <> 'fritext' or app.roll() in ('system', 'analytiker')));
create policy enkatkod_syns on app.enkatkod for select using (exists (select 1 from app.enkat e where e.id = enkat));
create policy enkatkod_skrivs on app.enkatkod for insert with check (app.roll() = 'analytiker' and av_id = app.anvandare() and exists (select 1 from app.enkat e where e.id = enkat));
create policy enkatkodning_syns on app.enkatkodning for select using (exists (select 1 from app.enkatsvarare s where s.id = svarare));
create policy enkatkodning_skrivs on app.enkatkodning for insert with check (app.roll() = 'analytiker' and kodare_id = app.anvandare() and exists (select 1 from app.enkatsvarare s where s.id = svarare));
create policy enkatkodning_andras on app.enkatkodning for update using (app.roll() = 'analytiker' and kodare_id = app.anvandare());
create policy enkatkodning_tas_bort on app.enkatkodning for delete using (app.roll() = 'analytiker' and kodare_id = app.anvandare());
create policy enkathandelse_syns on app.enkathandelse for select using (exists (select 1 from app.enkat e where e.id = enkat));
create policy enkathandelse_skrivs on app.enkathandelse for insert with check (anvandare = app.anvandare() and exists (select 1 from app.enkat e where e.id = enkat));

grant select, insert on app.enkat to atergang_app;
grant select, insert, delete on app.enkatfraga, app.enkatmottagare to atergang_app;
grant update (namn, syfte, redovisas, oppnar, stanger, paminnelser, tillstand) on app.enkat to atergang_app;
grant select on app.enkatsvarare, app.enkatsvar to atergang_app;
grant select, insert on app.enkatkod, app.enkathandelse to atergang_app;
grant select, insert, delete on app.enkatkodning to atergang_app;
grant update (kod, dag) on app.enkatkodning to atergang_app;

-- How many got it and how many have answered, by place and number of reminders; never who.
create function app.enkatfrekvens(p_enkat uuid) returns table (lan text, omrade text, roll text, inbjuden boolean, svarat boolean, efter_paminnelser integer, antal integer) language sql stable security definer set search_path = app, pg_temp as $$
  select m.lan, m.omrade, m.roll, exists (select 1 from app.enkatutskick u where u.mottagare = m.id and u.nr = 0 and u.skickat is not null), d.besvarad is not null, d.efter_paminnelser, count(*)::int
    from app.enkatmottagare m join app.enkat e on e.id = m.enkat left join app.enkatdeltagande d on d.mottagare = m.id
   where m.enkat = p_enkat and app.ser_enkat(e.enhet) group by 1, 2, 3, 4, 5, 6
$$;

-- What has gone out of each number: when the first and last went, how many went, how many were not needed.
create function app.enkatutskicken(p_enkat uuid) returns table (nr integer, forsta date, sista date, skickade integer, vantar integer, behovdes_inte integer) language sql stable security definer set search_path = app, pg_temp as $$
  select u.nr, min(u.skickat), max(u.skickat), count(u.skickat)::int, count(*) filter (where u.skickat is null and not u.behovdes_inte)::int, count(*) filter (where u.behovdes_inte)::int
    from app.enkatutskick u join app.enkatmottagare m on m.id = u.mottagare join app.enkat e on e.id = m.enkat where m.enkat = p_enkat and app.ser_enkat(e.enhet) group by u.nr order by u.nr
$$;

-- Closes: what was handed in becomes answers without owner, in an order drawn by lot; what leads back to somebody goes. False when it was not open.
create function app.stang_enkat(p_enkat uuid, p_dag date) returns boolean language plpgsql security definer set search_path = app, pg_temp as $$
begin
  update app.enkat set tillstand = 'stangd', stangd = p_dag where id = p_enkat and tillstand = 'oppen' and app.ser_enkat(enhet);
  if not found then
    return false;
  end if;
  with inlamnat as materialized (
    select gen_random_uuid() as svarare, case e.redovisas when 'lan' then m.lan when 'omrade' then m.omrade else m.roll end as grupp, d.utkast
      from app.enkatdeltagande d join app.enkatmottagare m on m.id = d.mottagare join app.enkat e on e.id = m.enkat where m.enkat = p_enkat and d.besvarad is not null order by random()
  ), svarare as (insert into app.enkatsvarare (id, enkat, grupp) select svarare, p_enkat, grupp from inlamnat)
  insert into app.enkatsvar (svarare, fraga, item, slag, varde, vet_ej, svar)
    select i.svarare, f.fraga, f.item, f.slag, x.varde, coalesce(x."vetEj", false), nullif(x.svar, '')
      from inlamnat i cross join lateral jsonb_to_recordset(i.utkast) as x(fraga integer, item text, varde integer, "vetEj" boolean, svar text) join app.enkatfraga f on f.enkat = p_enkat and f.fraga = x.fraga and f.item = x.item
     where x.varde is not null or coalesce(x."vetEj", false) or nullif(x.svar, '') is not null;
  delete from app.enkatlank l using app.enkatmottagare m where m.id = l.mottagare and m.enkat = p_enkat;
  update app.enkatdeltagande d set utkast = null, sparad = null from app.enkatmottagare m where m.id = d.mottagare and m.enkat = p_enkat;
  update app.enkatutskick u set behovdes_inte = true from app.enkatmottagare m where m.id = u.mottagare and m.enkat = p_enkat and u.skickat is null;
  update app.enkatmottagare set adress = null where enkat = p_enkat;
  return true;
end $$;

revoke execute on function app.ser_enkat, app.enkatfrekvens, app.enkatutskicken, app.stang_enkat from public;
grant execute on function app.ser_enkat, app.enkatfrekvens, app.enkatutskicken, app.stang_enkat to atergang_app;
