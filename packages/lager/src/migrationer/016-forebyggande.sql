-- What cases say to each other and to figures, and what belongs to the country rather than to a case: the evidence
-- register, suggestions on forms, the list of candidates, and links for doctors (ADR 0038–0042).

-- Past row security, so that what is seen does not hang on whether the case is: the rule of protection is the person's.
create function app.har_skyddad_identitet(p_personnummer text) returns boolean language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
  return exists (select 1 from app.person p where p.personnummer = p_personnummer and (p.skyddad or exists (select 1 from app.arende a where a.person_id = p.id and a.skyddad)));
end $$;
revoke execute on function app.har_skyddad_identitet from public;
grant execute on function app.har_skyddad_identitet to atergang_app;

-- --- projections of a case beside those of 003 ---------------------------------------------------------

-- The days of a case as the person's other cases count them (27 kap. 21–22, 26, 51 §§ socialförsäkringsbalken).
create table app.persondagar (
  arende_id uuid primary key references app.arende(id),
  person_id uuid not null references app.person(id),
  forman text not null,
  nummer text not null,
  innehall jsonb not null
);
create index persondagar_person on app.persondagar (person_id);

-- The case as figures and comparisons see it: no name and no personnummer.
create table app.analyspost (
  arende_id uuid primary key references app.arende(id),
  person_id uuid not null references app.person(id),
  forman text not null,
  enhet text not null,
  innehall jsonb not null
);
create index analyspost_person on app.analyspost (person_id);
create index analyspost_behandling on app.analyspost using gin ((innehall -> 'behandlingar') jsonb_path_ops);

-- A case or an idea handed to those who work with another benefit: what the receiver has to know, and no more.
create table app.overlamning (
  id uuid primary key,
  arende_id uuid not null references app.arende(id),
  fran text not null,
  till text not null,
  enhet text not null,
  slag text not null,
  skal text not null,
  nummer text not null,
  person_id uuid references app.person(id),
  namn text not null,
  partsnummer text not null,
  lamnad date not null,
  av text not null,
  av_id text not null,
  svar jsonb
);
create index overlamning_oppen on app.overlamning (enhet, till) where svar is null;

alter table app.persondagar enable row level security;
alter table app.analyspost enable row level security;
alter table app.overlamning enable row level security;
-- Both are about people: they leave the store through the two functions below only, or as sums that the system counts.
create policy persondagar_systemet on app.persondagar for select using (app.roll() = 'system');
create policy analyspost_systemet on app.analyspost for select using (app.roll() = 'system');
create policy overlamning_syns on app.overlamning for select using (
  app.roll() = 'system'
  or (app.roll() in ('handlaggare', 'specialist', 'enhetschef')
      and ((enhet = app.enhet() and app.arbetar_med(till)) or exists (select 1 from app.arende a where a.id = arende_id))
      and (app.person() is null or person_id is distinct from app.person())
      and (app.far_se_skyddade() or not app.har_skyddad_identitet(partsnummer))
      and not app.ar_javig(arende_id, app.anvandare()))
);
grant select on app.persondagar, app.analyspost, app.overlamning to atergang_app;

-- Makes these three equal to the case. The caller holds the row, locked through `las_for_kommando`.
create function app.skriv_sidospar(p_arende uuid, p_dagar jsonb, p_post jsonb, p_overlamningar jsonb) returns void language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if p_dagar is null then
    delete from app.persondagar where arende_id = p_arende;
  else
    insert into app.persondagar (arende_id, person_id, forman, nummer, innehall)
      select a.id, a.person_id, a.forman, a.nummer, p_dagar from app.arende a where a.id = p_arende and a.person_id is not null
      on conflict (arende_id) do update set innehall = excluded.innehall;
  end if;
  if p_post is null then
    delete from app.analyspost where arende_id = p_arende;
  else
    insert into app.analyspost (arende_id, person_id, forman, enhet, innehall)
      select a.id, a.person_id, a.forman, a.enhet, p_post from app.arende a where a.id = p_arende and a.person_id is not null
      on conflict (arende_id) do update set innehall = excluded.innehall, enhet = excluded.enhet;
  end if;
  insert into app.overlamning (id, arende_id, fran, till, enhet, slag, skal, nummer, person_id, namn, partsnummer, lamnad, av, av_id, svar)
    select o.id, p_arende, a.forman, o.till, o.enhet, o.slag, o.skal, a.nummer, a.person_id, o.namn, o.partsnummer, o.lamnad, o.av, o.av_id, o.svar
      from app.arende a, jsonb_to_recordset(p_overlamningar) as o(id uuid, till text, enhet text, slag text, skal text, namn text, partsnummer text, lamnad date, av text, av_id text, svar jsonb)
     where a.id = p_arende
    on conflict (id) do update set svar = excluded.svar;
end $$;

-- --- the evidence register of the country ------------------------------------------------------------

create function app.andras_aldrig() returns trigger language plpgsql as $$
begin
  raise exception 'Det som har skrivits i % ändras eller tas aldrig bort. Skriv en ny rad.', tg_table_name using errcode = 'restrict_violation';
end $$;

-- What was entered, by whom, when, and from which day it holds. Never changed: a stop is a row of its own.
create table app.evidenspost (
  id text primary key,
  behandling text,
  diagnos text,
  utforande text,
  stallning text not null,
  installning text,
  villkor text,
  kalla jsonb not null,
  av text not null,
  av_id text not null,
  registrerad date not null,
  galler_from date not null,
  galler_tom date,
  skapad timestamptz not null default clock_timestamp()
);
create table app.evidensstopp (
  id bigint generated always as identity primary key,
  post text not null references app.evidenspost(id),
  tom date not null,
  ersatt_av text references app.evidenspost(id),
  skal text not null,
  av text not null,
  av_id text not null,
  registrerad date not null,
  skapad timestamptz not null default clock_timestamp()
);
create index evidensstopp_post on app.evidensstopp (post, id);
-- What the monthly review made of a text of ”annat” (B030).
create table app.annatgranskning (
  id bigint generated always as identity primary key,
  nyckel text not null,
  dag date not null,
  beslut text not null,
  kod text,
  skal text not null,
  av text not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp()
);

-- --- suggestions on forms (B025) -----------------------------------------------------------------------

create table app.formularforslag (
  id uuid primary key,
  formular text not null,
  version text not null,
  falt text,
  text text not null,
  dag date not null,
  av text not null,
  av_id text not null,
  enhet text not null,
  skapad timestamptz not null default clock_timestamp()
);
create table app.formularforslagssvar (
  id bigint generated always as identity primary key,
  forslag uuid not null references app.formularforslag(id),
  status text not null,
  svar text not null,
  infors_i text,
  dag date not null,
  av text not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp()
);
create index formularforslagssvar_forslag on app.formularforslagssvar (forslag, id);

do $$
declare t text;
begin
  foreach t in array array['evidenspost', 'evidensstopp', 'annatgranskning', 'formularforslag', 'formularforslagssvar'] loop
    execute format('create trigger %I before update or delete on app.%I for each row execute function app.andras_aldrig()', t || '_oforanderlig', t);
    execute format('create trigger %I before truncate on app.%I for each statement execute function app.andras_aldrig()', t || '_tomningsfri', t);
    execute format('alter table app.%I enable row level security', t);
    execute format('grant select, insert on app.%I to atergang_app', t);
    -- No person in any of them: everybody who handles cases reads them, in the whole country.
    execute format('create policy %I on app.%I for select using (app.roll() in (''system'', ''handlaggare'', ''specialist'', ''fmr'', ''enhetschef'', ''analytiker''))', t || '_lases', t);
  end loop;
  -- The specialists of the country own the register and the forms, and each signs as themselves.
  foreach t in array array['evidenspost', 'evidensstopp', 'annatgranskning', 'formularforslagssvar'] loop
    execute format('create policy %I on app.%I for insert with check (app.roll() = ''specialist'' and av_id = app.anvandare())', t || '_skrivs', t);
  end loop;
end $$;
create policy formularforslag_skrivs on app.formularforslag for insert with check (app.roll() in ('handlaggare', 'specialist', 'fmr', 'enhetschef') and av_id = app.anvandare());

-- One at a time writes in the register: what is to be stopped is worked out from what is there.
create function app.las_registret() returns void language sql as $$ select pg_advisory_xact_lock(727190153) $$;

-- The register as it reads with every stop that has been put in; as a case keeps it.
create function app.evidensregistret() returns jsonb language sql stable as $$
  select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', p.id, 'behandling', p.behandling, 'diagnos', p.diagnos, 'utforande', p.utforande, 'stallning', p.stallning, 'installning', p.installning,
           'villkor', p.villkor, 'kalla', p.kalla, 'av', p.av, 'registrerad', p.registrerad, 'from', p.galler_from, 'tom', coalesce((select s.tom from app.evidensstopp s where s.post = p.id order by s.id desc limit 1), p.galler_tom))) order by p.skapad, p.id), '[]')
    from app.evidenspost p;
$$;

-- --- what is known outside a case ----------------------------------------------------------------------

-- For a person and a benefit, past row security: days and records of the person's other cases, and the register for
-- the benefit that reads it. Only reached through `omvarlden`, or by the system when a case is opened.
create function app.omvarlden_for(p_person uuid, p_arende uuid, p_forman text) returns jsonb language sql stable security definer set search_path = app, pg_temp as $$
  select jsonb_build_object(
    'flera', exists (select 1 from app.arende a where a.person_id = p_person and a.id <> p_arende),
    'andraArenden', coalesce((select jsonb_agg(jsonb_build_object('arende', d.arende_id, 'nummer', d.nummer, 'forman', d.forman) || d.innehall order by d.nummer) from app.persondagar d where d.person_id = p_person and d.arende_id <> p_arende), '[]'),
    'egnaPoster', coalesce((select jsonb_agg(x.innehall order by x.arende_id) from app.analyspost x where x.person_id = p_person and x.arende_id <> p_arende and x.forman = p_forman), '[]'),
    'evidensregister', case when p_forman = 'forebyggande-sjukpenning' then app.evidensregistret() else '[]'::jsonb end)
$$;
-- For a case that the caller sees; null when not.
create function app.omvarlden(p_arende uuid) returns jsonb language plpgsql stable as $$
begin
  return (select app.omvarlden_for(a.person_id, a.id, a.forman) from app.arende a where a.id = p_arende and a.person_id is not null);
end $$;
revoke execute on function app.omvarlden_for, app.omvarlden, app.skriv_sidospar, app.evidensregistret, app.las_registret, app.andras_aldrig from public;
grant execute on function app.omvarlden_for, app.omvarlden, app.skriv_sidospar, app.evidensregistret, app.las_registret to atergang_app;

-- The person's other cases, for the system to look at again when this one has come to something.
create function app.syskonarenden(p_arende uuid) returns setof uuid language sql stable as $$
  select b.id from app.arende a join app.arende b on b.person_id = a.person_id and b.id <> a.id where a.id = p_arende;
$$;

-- A key that makes the name of a case in comparisons: known to nobody, other in every installation.
create table app.jamforelsenyckel (enda boolean primary key default true check (enda), varde uuid not null default gen_random_uuid());
insert into app.jamforelsenyckel default values;
alter table app.jamforelsenyckel enable row level security;

-- Decided cases of the whole country for comparison (H028): what they were about and what came of them, under a name
-- that leads nowhere. No person, number, area, employer, county or free text about a person leaves the store here, and
-- nothing of a person with protected identity.
create function app.liknande_poster(p_arende uuid, p_behandling text) returns jsonb language sql stable security definer set search_path = app, pg_temp as $$
  select case when app.roll() not in ('system', 'handlaggare', 'specialist', 'fmr', 'enhetschef') then '[]'::jsonb else coalesce((
    select jsonb_agg((p.innehall - array['person', 'kon', 'lan', 'omrade', 'arbetsgivare', 'kompletteringar', 'specialist'])
             || jsonb_build_object('arende', encode(sha256(convert_to(p.arende_id::text || k.varde::text, 'UTF8')), 'hex'),
                  'avslut', case when jsonb_typeof(p.innehall -> 'avslut') = 'object' then (p.innehall -> 'avslut') - 'uppfoljning' end,
                  'behandlingar', (select jsonb_agg(b - array['beskrivning', 'uppfoljning']) from jsonb_array_elements(p.innehall -> 'behandlingar') b)))
      from app.analyspost p join app.arende a on a.id = p.arende_id cross join app.jamforelsenyckel k
     where p.forman = 'forebyggande-sjukpenning' and p.arende_id <> p_arende and not a.skyddad
       and p.innehall -> 'behandlingar' @> jsonb_build_array(jsonb_build_object('behandling', p_behandling))
       and jsonb_typeof(p.innehall -> 'planbeslut') = 'object'), '[]'::jsonb) end
$$;

-- Open plans whose treatments an entry of the register speaks of: to be looked at again from today on.
create function app.vack_planer(p_behandling text, p_dag date) returns setof uuid language sql security definer set search_path = app, pg_temp as $$
  update app.arende a set nasta_datum = least(coalesce(a.nasta_datum, p_dag), p_dag)
    from app.analyspost p
   where app.roll() in ('system', 'specialist') and p.arende_id = a.id and a.forman = 'forebyggande-sjukpenning' and a.status <> 'avslutat'
     and (p_behandling is null or p.innehall -> 'behandlingar' @> jsonb_build_array(jsonb_build_object('behandling', p_behandling)))
  returning a.id;
$$;

revoke execute on function app.syskonarenden, app.liknande_poster, app.vack_planer from public;
grant execute on function app.syskonarenden, app.liknande_poster, app.vack_planer to atergang_app;

-- --- candidates (B049) -----------------------------------------------------------------------------------

-- Somebody whom the benefit may help, before there is a case: who gave the signal, and what has been done. Not a case.
create table app.kandidat (
  id uuid primary key,
  personnummer text not null,
  namn text not null,
  enhet text not null,
  kalla text not null,
  uppgiftslamnare text not null,
  samtycke boolean not null,
  text text not null,
  dag date not null,
  status text not null,
  senaste date not null,
  skapad timestamptz not null default clock_timestamp()
);
create index kandidat_enhet on app.kandidat (enhet, senaste);
create table app.kandidatsteg (
  id bigint generated always as identity primary key,
  kandidat uuid not null references app.kandidat(id) on delete cascade,
  status text not null,
  text text not null,
  dag date not null,
  av text not null,
  av_id text not null,
  arende_id uuid references app.arende(id)
);
create index kandidatsteg_kandidat on app.kandidatsteg (kandidat, id);
alter table app.kandidat enable row level security;
alter table app.kandidatsteg enable row level security;
create policy kandidat_syns on app.kandidat for select using (
  app.roll() = 'system'
  or (app.roll() in ('handlaggare', 'specialist', 'enhetschef') and enhet = app.enhet() and app.arbetar_med('forebyggande-sjukpenning') and (app.far_se_skyddade() or not app.har_skyddad_identitet(personnummer))
      and not exists (select 1 from app.person p where p.id = app.person() and p.personnummer = kandidat.personnummer))
);
create policy kandidat_skrivs on app.kandidat for insert with check (app.roll() = 'system');
create policy kandidat_andras on app.kandidat for update using (app.roll() in ('system', 'handlaggare', 'specialist'));
-- What is kept of a person who never applied is not kept for ever.
create policy kandidat_gallras on app.kandidat for delete using (app.roll() = 'system');
create policy kandidatsteg_syns on app.kandidatsteg for select using (exists (select 1 from app.kandidat k where k.id = kandidat));
create policy kandidatsteg_skrivs on app.kandidatsteg for insert with check (exists (select 1 from app.kandidat k where k.id = kandidat) and (app.roll() = 'system' or av_id = app.anvandare()));
grant select, insert, delete on app.kandidat to atergang_app;
grant update (status, senaste) on app.kandidat to atergang_app;
grant select, insert on app.kandidatsteg to atergang_app;

-- --- a doctor's way to one statement -----------------------------------------------------------------------

-- The address holds no more than the id; the code is shown once and kept hashed with salt (scrypt). The link leads to
-- the statement of one case and to nothing else.
create table app.utlatandelank (
  id uuid primary key,
  arende_id uuid not null references app.arende(id),
  begaran_id uuid,
  salt bytea not null,
  kod bytea not null,
  skapad_av text not null,
  skapad timestamptz not null default clock_timestamp(),
  giltig_till date not null,
  aterkallad date,
  forsok integer not null default 0,
  last_till timestamptz
);
create index utlatandelank_arende on app.utlatandelank (arende_id);
alter table app.utlatandelank enable row level security;
-- Only the system reads it: whoever comes by the link has no session.
create policy utlatandelank_systemet on app.utlatandelank using (app.roll() = 'system') with check (app.roll() = 'system');
grant select, insert on app.utlatandelank to atergang_app;
grant update (aterkallad, forsok, last_till) on app.utlatandelank to atergang_app;
