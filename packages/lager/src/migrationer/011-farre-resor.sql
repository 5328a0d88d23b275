-- A letter lies among the documents from the moment it is previewed, as a draft; using it marks the row and
-- copies nothing. The case page is opened in one call that also says whether the role may.

alter table app.dokument add column utkast boolean not null default false;

insert into app.dokument (id, arende_id, medietyp, sha256, storlek, innehall, skapad, utkast)
  select b.id, b.arende_id, 'application/pdf', b.pdf_sha256, octet_length(b.pdf), b.pdf, b.skapad, true from app.brevutkast b
  on conflict (id) do nothing;

alter table app.brevutkast drop column pdf, drop column pdf_sha256;
alter table app.brevutkast add foreign key (id) references app.dokument(id);

-- A draft is for those who handle the case; the person sees the letter when it has been sent.
drop policy dokument_lases on app.dokument;
create policy dokument_lases on app.dokument for select using (
  case when arende_id is not null then exists (select 1 from app.arende a where a.id = arende_id) else app.roll() = 'system' or person_id = app.person() end
  and (not utkast or app.roll() in ('system', 'handlaggare', 'specialist', 'fmr', 'enhetschef'))
);
-- Into a case that one may see, never another.
drop policy dokument_skrivs on app.dokument;
create policy dokument_skrivs on app.dokument for insert with check (app.roll() <> 'ingen' and (arende_id is null or exists (select 1 from app.arende a where a.id = arende_id)));
-- The only change a document can go through: from draft to used.
create policy dokument_anvands on app.dokument for update using (utkast and exists (select 1 from app.arende a where a.id = arende_id)) with check (not utkast);
grant update (utkast) on app.dokument to atergang_app;

drop function app.oppna_arende(bytea, uuid, date, text);
-- Opens the case page: the packed page of the day when it is fresh, and the look is logged.
create function app.oppna_arende(p_session bytea, p_arende uuid, p_dag date, p_vad text, p_roller text[])
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
  if s.roll = any (p_roller) then
    select a.version, a.person_id, v.innehall into v_version, v_person, v_innehall
      from app.arende a left join app.arendevy v on v.arende_id = a.id and v.version = a.version and v.dag = p_dag
     where a.id = p_arende;
  end if;
  insert into app.atkomst (anvandare, namn, roll, person_id, arende_id, vad)
    values (s.anvandare, s.namn, s.roll, v_person, p_arende, case when v_version is null then p_vad || ' (nekad eller saknas)' else p_vad end);
  if v_version is not null then
    return query select 'ok'::text, v_version, v_innehall;
  else
    return query select case when s.roll = any (p_roller) then 'saknas' else 'ejBehorig' end, null::integer, null::bytea;
  end if;
end $$;

-- Messages are put in the queue by its own statement, which drops what is meant for a queue that is not there.
create function app.krav_koade(p_ko text, p_jobb uuid[]) returns void language plpgsql as $$
begin
  if (select count(*) from ko.job where name = p_ko and id = any (p_jobb)) <> cardinality(p_jobb) then
    raise exception 'Kön tog inte emot alla meddelanden.';
  end if;
end $$;

revoke execute on function app.oppna_arende, app.krav_koade from public;
grant execute on function app.oppna_arende, app.krav_koade to atergang_app;
