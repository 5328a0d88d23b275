-- A case about nobody in particular (a round of after-controls), providers that sign in, a sole trader that needs
-- protection, and files that a firm has uploaded before it has a case.

alter table app.arende drop constraint arende_en_part;
alter table app.arende add constraint arende_hogst_en_part check (person_id is null or orgnr is null);
create index arende_sak on app.arende (forman, sak) where sak <> '';

-- A firm by an id of no meaning, for plans and draws: a sole trader's number is personal data.
alter table app.arbetsgivare add column id uuid not null default gen_random_uuid() unique;
alter table app.arbetsgivare add column skyddad boolean not null default false;

-- The officer's own personnummer without the century: a sole trader's number is such a one.
alter table app.session add column eget_nummer text;
create function app.eget_nummer() returns text language sql stable parallel safe as $$ select nullif(current_setting('app.eget_nummer', true), '') $$;

create or replace function app.satt_kontext(s app.session) returns void language plpgsql as $$
begin
  perform set_config('app.anvandare', s.anvandare, true), set_config('app.roll', s.roll, true), set_config('app.enhet', s.enhet, true),
          set_config('app.person', coalesce(s.person_id::text, ''), true), set_config('app.orgnr', coalesce(s.orgnr, ''), true),
          set_config('app.skyddade', case when s.far_se_skyddade then 'ja' else '' end, true), set_config('app.formaner', array_to_string(s.formaner, ' '), true),
          set_config('app.eget_nummer', coalesce(s.eget_nummer, ''), true);
end $$;

create or replace function app.borja_som_systemet() returns void language plpgsql as $$
begin
  perform set_config('app.anvandare', 'system', true), set_config('app.roll', 'system', true), set_config('app.enhet', '', true), set_config('app.person', '', true), set_config('app.orgnr', '', true), set_config('app.skyddade', 'ja', true),
          set_config('app.eget_nummer', '', true);
end $$;

drop function app.skapa_session(bytea, text, text, text, text, uuid, text, boolean, text[], integer);
create function app.skapa_session(p_hash bytea, p_anvandare text, p_namn text, p_roll text, p_enhet text, p_person uuid, p_orgnr text, p_skyddade boolean, p_formaner text[], p_eget_nummer text, p_timmar integer) returns void
language sql security definer set search_path = app, pg_temp as $$
  delete from app.session where giltig_till < now();
  insert into app.session (token_hash, anvandare, namn, roll, enhet, person_id, orgnr, far_se_skyddade, formaner, eget_nummer, giltig_till)
    values (p_hash, p_anvandare, p_namn, p_roll, p_enhet, p_person, p_orgnr, p_skyddade, p_formaner, p_eget_nummer, now() + make_interval(hours => p_timmar));
$$;

-- An employer sees its own applications and nothing of what it may be as provider, and the other way round.
drop policy arende_syns on app.arende;
create policy arende_syns on app.arende for select using (
  case app.roll()
    when 'system' then true
    when 'forsakrad' then person_id = app.person()
    when 'arbetsgivare' then orgnr = app.orgnr() and forman <> 'aprAnordnare'
    when 'anordnare' then orgnr = app.orgnr() and forman = 'aprAnordnare'
    when 'handlaggare' then enhet = app.enhet()
    when 'specialist' then enhet = app.enhet()
    when 'enhetschef' then enhet = app.enhet()
    when 'fmr' then app.fmr_tillfragad(id)
    else false
  end
  and (app.roll() in ('system', 'forsakrad', 'arbetsgivare', 'anordnare') or (
    -- own case, also as sole trader, and a person with protected identity
    (app.person() is null or person_id is distinct from app.person())
    and (app.eget_nummer() is null or orgnr is distinct from app.eget_nummer())
    and (app.far_se_skyddade() or not skyddad)
    and not app.ar_javig(id, app.anvandare())
  ))
);

alter policy begaran_egna on app.begaran using (
  case app.roll()
    when 'system' then true
    when 'arbetsgivare' then till = 'arbetsgivare' and orgnr = app.orgnr()
    when 'anordnare' then till = 'anordnare' and orgnr = app.orgnr()
    when 'samverkansansvarig' then false
    else exists (select 1 from app.arende a where a.id = arende_id)
  end
);

-- A file that a firm has uploaded and not yet sent with anything: its own, until it lies in a case.
alter table app.dokument add column orgnr text;
create index dokument_uppladdat on app.dokument (orgnr) where arende_id is null and orgnr is not null;
drop policy dokument_lases on app.dokument;
create policy dokument_lases on app.dokument for select using (
  case when arende_id is not null then exists (select 1 from app.arende a where a.id = arende_id)
       else app.roll() = 'system' or person_id = app.person() or (app.roll() in ('arbetsgivare', 'anordnare') and orgnr = app.orgnr()) end
  and (not utkast or app.roll() in ('system', 'handlaggare', 'specialist', 'fmr', 'enhetschef'))
);
drop policy dokument_skrivs on app.dokument;
create policy dokument_skrivs on app.dokument for insert with check (
  app.roll() <> 'ingen' and (orgnr is null or app.roll() = 'system' or orgnr = app.orgnr()) and (arende_id is null or exists (select 1 from app.arende a where a.id = arende_id))
);

-- Puts uploaded files in the case they were sent with. All of them must be the firm's own and not be used before.
create function app.anknyt_dokument(p_arende uuid, p_dokument uuid[], p_orgnr text) returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare v_antal integer;
begin
  update app.dokument set arende_id = p_arende where id = any (p_dokument) and arende_id is null and orgnr = p_orgnr;
  get diagnostics v_antal = row_count;
  if v_antal <> cardinality(p_dokument) then
    raise exception 'En av filerna finns inte kvar eller är redan använd.' using errcode = 'P0002';
  end if;
end $$;

-- Protection is the party's: it holds in every case of a sole trader too, and in those that come.
create or replace function app.skriv_arende(p_arende uuid, p_handelser jsonb, p_rad jsonb, p_uppgifter jsonb, p_tilldelning jsonb, p_vila jsonb, p_jav text[], p_fragor jsonb, p_idempotens text, p_svar jsonb)
returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare
  v_person uuid;
  v_orgnr text;
begin
  -- The caller holds the row, locked through `las_for_kommando` under row security.
  update app.arende set version = (p_rad->>'version')::integer, huvud = decode(p_rad->>'huvud', 'hex'), status = p_rad->>'status', sammanfattning = p_rad->'sammanfattning', kedjedag = (p_rad->>'kedjedag')::integer,
    nasta_datum = (p_rad->>'nastaDatum')::date, nasta_laglig = (p_rad->>'nastaLaglig')::date, andrat = clock_timestamp()
   where id = p_arende and version = (p_rad->>'version')::integer - jsonb_array_length(p_handelser)
   returning person_id, orgnr into v_person, v_orgnr;
  if not found then
    raise exception 'Ärendet har ändrats sedan det lästes.' using errcode = 'serialization_failure';
  end if;
  if p_rad ? 'sattSkydd' then
    update app.person set skyddad = (p_rad->>'sattSkydd')::boolean where id = v_person;
    update app.arende set skyddad = (p_rad->>'sattSkydd')::boolean where person_id = v_person;
    update app.arbetsgivare set skyddad = (p_rad->>'sattSkydd')::boolean where orgnr = v_orgnr;
    update app.arende set skyddad = (p_rad->>'sattSkydd')::boolean where orgnr = v_orgnr;
  end if;
  insert into app.handelse (arende_id, nr, tid, dag, aktor, data, kedja)
    select p_arende, h.nr, h.tid, h.dag, h.aktor, h.data, decode(h.kedja, 'hex') from jsonb_to_recordset(p_handelser) as h(nr integer, tid timestamptz, dag date, aktor jsonb, data jsonb, kedja text);
  perform app.synka_projektioner(p_arende, p_rad->>'enhet', p_uppgifter, p_tilldelning, p_vila, p_jav, p_fragor);
  if p_idempotens is not null then
    insert into app.idempotens (anvandare, nyckel, svar) values (app.anvandare(), p_idempotens, p_svar) on conflict do nothing;
  end if;
end $$;

revoke execute on function app.eget_nummer, app.skapa_session, app.anknyt_dokument from public;
grant execute on function app.eget_nummer, app.skapa_session, app.anknyt_dokument to atergang_app;
