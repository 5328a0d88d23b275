-- A look at somebody whom we do not know as a person yet is a look at somebody: the log keeps the number until it is known whose it is, and "who has
-- seen me" finds it then. Known or not is looked up here, since an officer sees only the people of the cases they see (ADR 0012).
alter table app.atkomst add column personnummer text;
create index atkomst_personnummer on app.atkomst (personnummer, tid) where personnummer is not null;
create unique index atkomst_personlista on app.atkomst (anvandare, lista, dag, person_id, personnummer) nulls not distinct where lista is not null and arende_id is null;

-- With a list: each once for officer, list and day. Without: every time.
create function app.logga_personer(p_namn text, p_vad text, p_lista text, p_dag date, p_personnummer text[], p_arende uuid) returns void language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if app.anvandare() is null then
    raise exception 'Ingen är inloggad.' using errcode = 'insufficient_privilege';
  end if;
  insert into app.atkomst (anvandare, namn, roll, person_id, personnummer, arende_id, vad, lista, dag)
    select app.anvandare(), p_namn, app.roll(), p.id, case when p.id is null then n.nummer end, p_arende, p_vad, p_lista, p_dag
      from (select distinct unnest(p_personnummer) as nummer) n left join app.person p on p.personnummer = n.nummer
    on conflict do nothing;
end $$;
revoke execute on function app.logga_personer from public;
grant execute on function app.logga_personer to atergang_app;

-- A draft belongs to a case that its writer sees, or to none.
drop policy utkast_egna on app.utkast;
create policy utkast_egna on app.utkast using (anvandare = app.anvandare())
  with check (anvandare = app.anvandare() and (arende_id is null or exists (select 1 from app.arende a where a.id = utkast.arende_id)));
