-- The case is its journal: it is folded when it is read. It was also kept folded beside the journal and
-- rewritten whole with each command, which was most of what a command cost the database.
alter table app.arende drop column lage;

drop function app.las_for_kommando(bytea, uuid, text);
drop function app.skriv_arende(uuid, jsonb, jsonb, jsonb, jsonb, jsonb, jsonb, text[], jsonb, text, jsonb);

-- The events of a case in order, as far as row security shows them.
create function app.journalen(p_arende uuid) returns json language sql stable as $$
  select json_agg(json_build_object('nr', h.nr, 'tid', h.tid, 'dag', h.dag, 'aktor', h.aktor, 'data', h.data) order by h.nr) from app.handelse h where h.arende_id = p_arende;
$$;

-- Locks the case for a command and hands out its journal, unless the caller already knows the journal with
-- that head. Earlier answer to the same idempotency key comes along.
create function app.las_for_kommando(p_session bytea, p_arende uuid, p_idempotens text, p_kant bytea)
returns table (utfall text, session jsonb, journal json, huvud bytea, tidigare jsonb) language plpgsql as $$
declare
  s app.session;
  v_huvud bytea;
  v_tidigare jsonb;
begin
  if p_session is null then
    perform app.borja_som_systemet();
  else
    select * into s from app.borja(p_session);
    if s.anvandare is null then
      return query select 'ejInloggad'::text, null::jsonb, null::json, null::bytea, null::jsonb;
      return;
    end if;
  end if;
  if p_idempotens is not null then
    select i.svar into v_tidigare from app.idempotens i where i.anvandare = app.anvandare() and i.nyckel = p_idempotens;
  end if;
  select x.huvud into v_huvud from app.arende x where x.id = p_arende for update;
  return query select case when v_huvud is null then 'saknas' else 'ok' end, case when p_session is null then null else to_jsonb(s) - 'token_hash' end,
    case when v_huvud is distinct from p_kant then app.journalen(p_arende) end, v_huvud, v_tidigare;
end $$;

-- Writes what a command led to: events, the row of the case, and its projections. All or nothing.
-- The only way to write a journal: the application role has no right of its own to insert events.
create function app.skriv_arende(p_arende uuid, p_handelser jsonb, p_rad jsonb, p_uppgifter jsonb, p_tilldelning jsonb, p_vila jsonb, p_jav text[], p_fragor jsonb, p_idempotens text, p_svar jsonb)
returns void language plpgsql security definer set search_path = app, pg_temp as $$
begin
  -- The caller holds the row, locked through `las_for_kommando` under row security.
  update app.arende set version = (p_rad->>'version')::integer, huvud = decode(p_rad->>'huvud', 'hex'), status = p_rad->>'status', sammanfattning = p_rad->'sammanfattning', kedjedag = (p_rad->>'kedjedag')::integer,
    nasta_datum = (p_rad->>'nastaDatum')::date, nasta_laglig = (p_rad->>'nastaLaglig')::date, skyddad = (p_rad->>'skyddad')::boolean, andrat = clock_timestamp()
   where id = p_arende and version = (p_rad->>'version')::integer - jsonb_array_length(p_handelser);
  if not found then
    raise exception 'Ärendet har ändrats sedan det lästes.' using errcode = 'serialization_failure';
  end if;
  insert into app.handelse (arende_id, nr, tid, dag, aktor, data, kedja)
    select p_arende, h.nr, h.tid, h.dag, h.aktor, h.data, decode(h.kedja, 'hex') from jsonb_to_recordset(p_handelser) as h(nr integer, tid timestamptz, dag date, aktor jsonb, data jsonb, kedja text);
  perform app.synka_projektioner(p_arende, p_rad->>'enhet', p_uppgifter, p_tilldelning, p_vila, p_jav, p_fragor);
  if p_idempotens is not null then
    insert into app.idempotens (anvandare, nyckel, svar) values (app.anvandare(), p_idempotens, p_svar) on conflict do nothing;
  end if;
end $$;

revoke execute on function app.journalen, app.las_for_kommando, app.skriv_arende from public;
grant execute on function app.journalen, app.las_for_kommando, app.skriv_arende to atergang_app;
