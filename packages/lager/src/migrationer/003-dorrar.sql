-- Two doors: one to open a case page, one pair to carry out a command. Each is one round trip,
-- sets the context from the session first, and leaves the rest to row security.

-- Opens the case page: the packed page of the day when it is fresh, and the look is logged.
create function app.oppna_arende(p_session bytea, p_arende uuid, p_dag date, p_vad text)
returns table (utfall text, version integer, innehall bytea) language plpgsql as $$
declare
  s app.session;
  v_version integer;
  v_person uuid;
  v_innehall bytea;
begin
  select * into s from app.borja(p_session);
  if s.anvandare is null then
    return query select 'ejInloggad'::text, null::integer, null::bytea;
    return;
  end if;
  select a.version, a.person_id, v.innehall into v_version, v_person, v_innehall
    from app.arende a left join app.arendevy v on v.arende_id = a.id and v.version = a.version and v.dag = p_dag
   where a.id = p_arende;
  insert into app.atkomst (anvandare, namn, roll, person_id, arende_id, vad)
    values (s.anvandare, s.namn, s.roll, v_person, p_arende, case when v_version is null then p_vad || ' (nekad eller saknas)' else p_vad end);
  if v_version is null then
    return query select 'saknas'::text, null::integer, null::bytea;
  else
    return query select 'ok'::text, v_version, v_innehall;
  end if;
end $$;

-- Locks the case for a command and hands out how it stands. Earlier answer to the same idempotency key comes along.
create function app.las_for_kommando(p_session bytea, p_arende uuid, p_idempotens text)
returns table (utfall text, session jsonb, lage jsonb, huvud bytea, version integer, tidigare jsonb) language plpgsql as $$
declare
  s app.session;
  a record;
  v_tidigare jsonb;
begin
  if p_session is null then
    perform app.borja_som_systemet();
  else
    select * into s from app.borja(p_session);
    if s.anvandare is null then
      return query select 'ejInloggad'::text, null::jsonb, null::jsonb, null::bytea, null::integer, null::jsonb;
      return;
    end if;
  end if;
  if p_idempotens is not null then
    select i.svar into v_tidigare from app.idempotens i where i.anvandare = app.anvandare() and i.nyckel = p_idempotens;
  end if;
  select x.lage, x.huvud, x.version into a from app.arende x where x.id = p_arende for update;
  return query select case when a.version is null then 'saknas' else 'ok' end, case when p_session is null then null else to_jsonb(s) - 'token_hash' end, a.lage, a.huvud, a.version, v_tidigare;
end $$;

-- Writes what a command led to: events, the case as it now stands, and its projections. All or nothing.
-- The only way to write a journal: the application role has no right of its own to insert events.
create function app.skriv_arende(p_arende uuid, p_handelser jsonb, p_lage jsonb, p_rad jsonb, p_uppgifter jsonb, p_tilldelning jsonb, p_vila jsonb, p_jav text[], p_fragor jsonb, p_idempotens text, p_svar jsonb)
returns void language plpgsql security definer set search_path = app, pg_temp as $$
begin
  -- The caller holds the row, locked through `las_for_kommando` under row security.
  if (p_rad->>'version')::integer <> (select version from app.arende where id = p_arende) + jsonb_array_length(p_handelser) then
    raise exception 'Ärendet har ändrats sedan det lästes.' using errcode = 'serialization_failure';
  end if;
  insert into app.handelse (arende_id, nr, tid, dag, aktor, data, kedja)
    select p_arende, h.nr, h.tid, h.dag, h.aktor, h.data, decode(h.kedja, 'hex') from jsonb_to_recordset(p_handelser) as h(nr integer, tid timestamptz, dag date, aktor jsonb, data jsonb, kedja text);
  update app.arende set version = (p_rad->>'version')::integer, huvud = decode(p_rad->>'huvud', 'hex'), lage = p_lage, status = p_rad->>'status', sammanfattning = p_rad->'sammanfattning', kedjedag = (p_rad->>'kedjedag')::integer,
    nasta_datum = (p_rad->>'nastaDatum')::date, nasta_laglig = (p_rad->>'nastaLaglig')::date, skyddad = (p_rad->>'skyddad')::boolean, andrat = clock_timestamp() where id = p_arende;
  perform app.synka_projektioner(p_arende, p_rad->>'enhet', p_uppgifter, p_tilldelning, p_vila, p_jav, p_fragor);
  if p_idempotens is not null then
    insert into app.idempotens (anvandare, nyckel, svar) values (app.anvandare(), p_idempotens, p_svar) on conflict do nothing;
  end if;
end $$;

-- Makes tasks, assignments, rests and what employers see equal to the case.
create function app.synka_projektioner(p_arende uuid, p_enhet text, p_uppgifter jsonb, p_tilldelning jsonb, p_vila jsonb, p_jav text[], p_fragor jsonb) returns void language plpgsql as $$
begin
  update app.uppgift u set avslutad = clock_timestamp() where u.arende_id = p_arende and u.avslutad is null
    and not exists (select 1 from jsonb_to_recordset(p_uppgifter) as n(nyckel text, underlag text) where n.nyckel = u.nyckel and n.underlag = u.underlag);
  insert into app.uppgift (arende_id, nyckel, underlag, kod, roll, enhet, rubrik, varfor_nu, senast, lagrum, inte_for, oppnad)
    select p_arende, n.nyckel, n.underlag, n.kod, n.roll, p_enhet, n.rubrik, n."varforNu", n.senast, n.lagrum, n."inteFor", clock_timestamp()
      from jsonb_to_recordset(p_uppgifter) as n(nyckel text, underlag text, kod text, roll text, rubrik text, "varforNu" text, senast date, lagrum text, "inteFor" text[])
    on conflict (arende_id, nyckel, underlag) do update set avslutad = null, rubrik = excluded.rubrik, varfor_nu = excluded.varfor_nu, senast = excluded.senast, inte_for = excluded.inte_for
      where (uppgift.avslutad is not null or uppgift.varfor_nu <> excluded.varfor_nu);
  if p_tilldelning is not null then
    delete from app.tilldelning where arende_id = p_arende;
    insert into app.tilldelning (arende_id, roll, anvandare, namn, sedan) select p_arende, t.roll, t.anvandare, t.namn, t.sedan from jsonb_to_recordset(p_tilldelning) as t(roll text, anvandare text, namn text, sedan date);
  end if;
  if p_vila is not null then
    delete from app.vila where arende_id = p_arende;
    insert into app.vila (arende_id, roll, till, skal) select p_arende, v.roll, v.till, v.skal from jsonb_to_recordset(p_vila) as v(roll text, till date, skal text);
  end if;
  if p_jav is not null then
    insert into app.jav (arende_id, anvandare) select p_arende, unnest(p_jav) on conflict do nothing;
  end if;
  if p_fragor is not null then
    insert into app.begaran (begaran_id, arende_id, till, orgnr, typ, rubrik, fragor, person_namn, skickad, senast, besvarad, aterkallad)
      select f.id, p_arende, f.till, f.orgnr, f.typ, f.rubrik, f.fragor, f."personNamn", f.skickad, f.senast, f.besvarad, f.aterkallad
        from jsonb_to_recordset(p_fragor) as f(id uuid, till text, orgnr text, typ text, rubrik text, fragor jsonb, "personNamn" text, skickad date, senast date, besvarad date, aterkallad date)
      on conflict (begaran_id) do update set senast = excluded.senast, besvarad = excluded.besvarad, aterkallad = excluded.aterkallad;
  end if;
end $$;

-- The most urgent free case for the role and unit of the session: never the same to two people.
create function app.valj_nasta(p_roll text, p_dag date) returns uuid language sql as $$
  select a.id from app.arende a
    join lateral (select min(u.senast) as senast, min(u.oppnad) as oppnad from app.uppgift u
                   where u.arende_id = a.id and u.avslutad is null and u.roll = p_roll and not (app.anvandare() = any (u.inte_for))) u on u.oppnad is not null
   where a.status = 'kraver'
     and not exists (select 1 from app.tilldelning t where t.arende_id = a.id and t.roll = p_roll)
     and not exists (select 1 from app.vila v where v.arende_id = a.id and v.roll = p_roll and v.till > p_dag)
   order by least(u.senast, a.nasta_laglig) nulls last, u.oppnad, a.id
   limit 1
   for update of a skip locked;
$$;

create function app.skapa_session(p_hash bytea, p_anvandare text, p_namn text, p_roll text, p_enhet text, p_person uuid, p_orgnr text, p_skyddade boolean, p_timmar integer) returns void
language sql security definer set search_path = app, pg_temp as $$
  delete from app.session where giltig_till < now();
  insert into app.session (token_hash, anvandare, namn, roll, enhet, person_id, orgnr, far_se_skyddade, giltig_till)
    values (p_hash, p_anvandare, p_namn, p_roll, p_enhet, p_person, p_orgnr, p_skyddade, now() + make_interval(hours => p_timmar));
$$;
create function app.avsluta_session(p_hash bytea) returns void language sql security definer set search_path = app, pg_temp as $$
  delete from app.session where token_hash = p_hash;
$$;
