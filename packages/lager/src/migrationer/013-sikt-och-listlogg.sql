-- Whom the adviser sees, what a list shows, and protected identity that can change.

-- An adviser sees a case while a question to advisers stands open in it, and only the one who took it once it is taken (ADR 0012).
create or replace function app.fmr_tillfragad(p_arende uuid) returns boolean language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
  return exists (select 1 from app.uppgift where arende_id = p_arende and roll = 'fmr' and avslutad is null)
     and not exists (select 1 from app.tilldelning where arende_id = p_arende and roll = 'fmr' and anvandare <> coalesce(app.anvandare(), ''));
end $$;

create index begaran_konsultation on app.begaran (arende_id) where typ = 'fmrKonsultation';

-- Afterwards the adviser keeps what they said themselves: question and answer, no name, no way into the case.
create function app.mina_konsultationer() returns table (arende_id uuid, nummer text, person_id uuid, fragad date, besvarad date, fragor jsonb, svar jsonb)
language sql stable security definer set search_path = app, pg_temp as $$
  select b.arende_id, a.nummer, a.person_id, b.skickad, h.dag, b.fragor, h.data #> '{svar,svar}'
    from app.begaran b
    join app.arende a on a.id = b.arende_id
    join app.handelse h on h.arende_id = b.arende_id and h.data ->> 'typ' = 'begaranBesvarad' and h.data ->> 'begaranId' = b.begaran_id::text
   where b.typ = 'fmrKonsultation' and b.besvarad is not null and app.roll() = 'fmr' and h.aktor ->> 'id' = app.anvandare()
     and (app.far_se_skyddade() or not a.skyddad) and (app.person() is null or a.person_id is distinct from app.person())
   order by h.tid desc limit 200;
$$;

-- Each person that a list shows is logged once for officer, list and day: the first time. One statement for the whole list.
alter table app.atkomst add column lista text, add column dag date;
create unique index atkomst_lista on app.atkomst (anvandare, lista, dag, arende_id) where lista is not null;

create function app.logga_lista(p_namn text, p_lista text, p_vad text, p_dag date, p_arenden uuid[], p_personer uuid[]) returns integer language plpgsql security definer set search_path = app, pg_temp as $$
declare
  n integer;
begin
  if app.anvandare() is null then
    raise exception 'Ingen är inloggad.' using errcode = 'insufficient_privilege';
  end if;
  insert into app.atkomst (anvandare, namn, roll, person_id, arende_id, vad, lista, dag)
    select app.anvandare(), p_namn, app.roll(), r.person, r.arende, p_vad, p_lista, p_dag from unnest(p_arenden, p_personer) as r(arende, person)
    on conflict (anvandare, lista, dag, arende_id) where lista is not null do nothing;
  get diagnostics n = row_count;
  return n;
end $$;

-- Protected identity is the person's, not the case's: what row security reads on every case of the person follows the person's row.
-- The command that changes it is an event of the case; the same transaction changes the person and all of the person's cases.
create or replace function app.skriv_arende(p_arende uuid, p_handelser jsonb, p_rad jsonb, p_uppgifter jsonb, p_tilldelning jsonb, p_vila jsonb, p_jav text[], p_fragor jsonb, p_idempotens text, p_svar jsonb)
returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare
  v_person uuid;
begin
  -- The caller holds the row, locked through `las_for_kommando` under row security.
  update app.arende set version = (p_rad->>'version')::integer, huvud = decode(p_rad->>'huvud', 'hex'), status = p_rad->>'status', sammanfattning = p_rad->'sammanfattning', kedjedag = (p_rad->>'kedjedag')::integer,
    nasta_datum = (p_rad->>'nastaDatum')::date, nasta_laglig = (p_rad->>'nastaLaglig')::date, andrat = clock_timestamp()
   where id = p_arende and version = (p_rad->>'version')::integer - jsonb_array_length(p_handelser)
   returning person_id into v_person;
  if not found then
    raise exception 'Ärendet har ändrats sedan det lästes.' using errcode = 'serialization_failure';
  end if;
  if p_rad ? 'sattSkydd' then
    update app.person set skyddad = (p_rad->>'sattSkydd')::boolean where id = v_person;
    update app.arende set skyddad = (p_rad->>'sattSkydd')::boolean where person_id = v_person;
  end if;
  insert into app.handelse (arende_id, nr, tid, dag, aktor, data, kedja)
    select p_arende, h.nr, h.tid, h.dag, h.aktor, h.data, decode(h.kedja, 'hex') from jsonb_to_recordset(p_handelser) as h(nr integer, tid timestamptz, dag date, aktor jsonb, data jsonb, kedja text);
  perform app.synka_projektioner(p_arende, p_rad->>'enhet', p_uppgifter, p_tilldelning, p_vila, p_jav, p_fragor);
  if p_idempotens is not null then
    insert into app.idempotens (anvandare, nyckel, svar) values (app.anvandare(), p_idempotens, p_svar) on conflict do nothing;
  end if;
end $$;

revoke execute on function app.mina_konsultationer, app.logga_lista from public;
grant execute on function app.mina_konsultationer, app.logga_lista to atergang_app;
