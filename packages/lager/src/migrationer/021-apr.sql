-- What is kept beside the cases of arbetsplatsinriktat rehabiliteringsstöd: applications and rows for queues, for searching
-- the same invoice and for figures; the register of providers; after-controls; and lists of decisions to approve at once.
-- The first four are worked out of the case and written with it, like the other projections.

create table app.apr_ansokan (
  ansokan_id text primary key,
  arende_id uuid not null references app.arende(id),
  orgnr text not null,
  kostnadsar integer not null,
  inkom date,
  kanal text not null,
  skannad date,
  senast date not null,
  sen boolean not null,
  tillstand text not null,
  -- the print of the coming decision, when nothing is left to ask: what an approved list holds on to
  avtryck text,
  rader integer not null,
  kostnad bigint not null,
  foreslaget integer,
  utfall text,
  belopp integer,
  beslutad date,
  beslut_id text,
  fattat_av text,
  lista text,
  aterkravt integer not null default 0,
  aterbetalt integer not null default 0,
  anstallda integer,
  storlek text not null,
  sektor text not null,
  lan text
) with (fillfactor = 80);
create index apr_ansokan_arende on app.apr_ansokan (arende_id);
create index apr_ansokan_ko on app.apr_ansokan (tillstand, sen, inkom);

create table app.apr_rad (
  arende_id uuid not null references app.arende(id),
  rad_id text not null,
  ansokan_id text not null,
  orgnr text not null,
  -- one person in the country's figures: a personnummer, else the employer's own mark within the employer
  anstalld text not null,
  anordnare text not null,
  insatsdag date,
  faktura text,
  kostnad bigint,
  belopp integer not null,
  begransad_av text,
  skal text,
  insatstyper text[] not null,
  syfte text,
  miljo text,
  innehall text[] not null,
  primary key (arende_id, rad_id)
) with (fillfactor = 80);
create index apr_rad_ansokan on app.apr_rad (ansokan_id);
create index apr_rad_faktura on app.apr_rad (faktura) where faktura is not null;
create index apr_rad_anordnare on app.apr_rad (anordnare);

create table app.apr_kontrollfall (
  arende_id uuid not null references app.arende(id),
  omgang text not null,
  rond text not null,
  slag text not null,
  senast date,
  tillstand text not null,
  koder text[] not null,
  felbelopp integer not null,
  primary key (arende_id, omgang)
);

create table app.apr_anordnare (
  arende_id uuid primary key references app.arende(id),
  orgnr text not null,
  tillstand text not null,
  post jsonb not null
);
create index apr_anordnare_orgnr on app.apr_anordnare (orgnr);

do $$
declare t text;
begin
  foreach t in array array['apr_ansokan', 'apr_rad', 'apr_kontrollfall', 'apr_anordnare'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('create policy %I on app.%I for select using (app.roll() = ''system'' or exists (select 1 from app.arende a where a.id = %I.arende_id))', t || '_med_arendet', t, t);
    execute format('grant select on app.%I to atergang_app', t);
  end loop;
end $$;

-- Makes the rows beside a case equal to what was worked out of it. Rows that have not changed are left as they lie.
create function app.synka_apr(p_arende uuid, p jsonb) returns void language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if p ? 'anordnare' then
    insert into app.apr_anordnare (arende_id, orgnr, tillstand, post)
      select p_arende, regexp_replace(x->>'orgnr', '\D', '', 'g'), x->>'tillstand', x from jsonb_array_elements(p->'anordnare') x
      on conflict (arende_id) do update set tillstand = excluded.tillstand, post = excluded.post;
    return;
  end if;
  insert into app.apr_ansokan (ansokan_id, arende_id, orgnr, kostnadsar, inkom, kanal, skannad, senast, sen, tillstand, avtryck, rader, kostnad, foreslaget, utfall, belopp, beslutad, beslut_id, fattat_av, lista, aterkravt, aterbetalt, anstallda, storlek, sektor, lan)
    select a.id, p_arende, a.orgnr, a.kostnadsar, a.inkom, a.kanal, a.skannad, a.senast, a.sen, a.tillstand, a.avtryck, a.rader, a.kostnad, a.foreslaget, a.utfall, a.belopp, a.beslutad, a."beslutId", a."fattatAv", a.lista, a.aterkravt, a.aterbetalt, a.anstallda, a.storlek, a.sektor, a.lan
      from jsonb_to_recordset(p->'ansokningar') as a(id text, orgnr text, kostnadsar integer, inkom date, kanal text, skannad date, senast date, sen boolean, tillstand text, avtryck text, rader integer, kostnad bigint, foreslaget integer, utfall text, belopp integer, beslutad date, "beslutId" text, "fattatAv" text, lista text, aterkravt integer, aterbetalt integer, anstallda integer, storlek text, sektor text, lan text)
    on conflict (ansokan_id) do update set inkom = excluded.inkom, skannad = excluded.skannad, sen = excluded.sen, tillstand = excluded.tillstand, avtryck = excluded.avtryck, rader = excluded.rader, kostnad = excluded.kostnad, foreslaget = excluded.foreslaget, utfall = excluded.utfall,
      belopp = excluded.belopp, beslutad = excluded.beslutad, beslut_id = excluded.beslut_id, fattat_av = excluded.fattat_av, lista = excluded.lista, aterkravt = excluded.aterkravt, aterbetalt = excluded.aterbetalt, anstallda = excluded.anstallda, storlek = excluded.storlek, sektor = excluded.sektor, lan = excluded.lan
      where apr_ansokan.arende_id = excluded.arende_id and apr_ansokan is distinct from excluded;
  delete from app.apr_rad r where r.arende_id = p_arende and not exists (select 1 from jsonb_to_recordset(p->'rader') as n(id text, aterkallad boolean) where n.id = r.rad_id and not n.aterkallad);
  insert into app.apr_rad (arende_id, rad_id, ansokan_id, orgnr, anstalld, anordnare, insatsdag, faktura, kostnad, belopp, begransad_av, skal, insatstyper, syfte, miljo, innehall)
    select p_arende, n.id, n.ansokan, n.orgnr, n.anstalld, n.anordnare, n.insatsdag, n.faktura, n.kostnad, n.belopp, n."begransadAv", n.skal, n.insatstyper, n.syfte, n.miljo, n.innehall
      from jsonb_to_recordset(p->'rader') as n(id text, ansokan text, orgnr text, anstalld text, anordnare text, insatsdag date, faktura text, kostnad bigint, belopp integer, "begransadAv" text, skal text, insatstyper text[], syfte text, miljo text, innehall text[], aterkallad boolean)
     where not n.aterkallad
    on conflict (arende_id, rad_id) do update set anstalld = excluded.anstalld, anordnare = excluded.anordnare, insatsdag = excluded.insatsdag, faktura = excluded.faktura, kostnad = excluded.kostnad, belopp = excluded.belopp, begransad_av = excluded.begransad_av, skal = excluded.skal,
      insatstyper = excluded.insatstyper, syfte = excluded.syfte, miljo = excluded.miljo, innehall = excluded.innehall
      where apr_rad is distinct from excluded;
  if jsonb_array_length(p->'kontroller') > 0 then
    insert into app.apr_kontrollfall (arende_id, omgang, rond, slag, senast, tillstand, koder, felbelopp)
      select p_arende, k.omgang, k.rond, k.slag, k.senast, k.tillstand, k.koder, k.felbelopp from jsonb_to_recordset(p->'kontroller') as k(omgang text, rond text, slag text, senast date, tillstand text, koder text[], felbelopp integer)
      on conflict (arende_id, omgang) do update set senast = excluded.senast, tillstand = excluded.tillstand, koder = excluded.koder, felbelopp = excluded.felbelopp;
  end if;
end $$;

-- A list of decisions that an officer approves at once. Frozen: each row keeps the print of the decision that was looked at.
create table app.apr_beslutslista (
  id uuid primary key default gen_random_uuid(),
  enhet text not null,
  handlaggare text not null,
  namn text not null,
  slag text not null check (slag in ('klara', 'sena')),
  skapad timestamptz not null default clock_timestamp(),
  dag date not null,
  antal integer not null,
  summa bigint not null,
  avtryck text not null,
  tillstand text not null default 'utkast' check (tillstand in ('utkast', 'godkand', 'klar', 'kastad')),
  godkand timestamptz,
  -- the day and moment of the decisions are those of the approval
  beslutsdag date,
  klar timestamptz
);

create table app.apr_listrad (
  lista uuid not null references app.apr_beslutslista(id),
  nr integer not null,
  arende_id uuid not null references app.arende(id),
  ansokan_id text not null,
  avtryck text not null,
  utfall text not null,
  belopp integer not null,
  kostnad bigint not null,
  rader integer not null,
  -- chosen by the print of the list to be opened in full before it is approved
  stickprov boolean not null default false,
  granskad timestamptz,
  tillstand text not null default 'vantar' check (tillstand in ('vantar', 'beslutad', 'andrad', 'fel')),
  fel text,
  primary key (lista, nr)
) with (fillfactor = 80);
create index apr_listrad_arende on app.apr_listrad (arende_id);
create index apr_listrad_vantar on app.apr_listrad (lista, arende_id) where tillstand = 'vantar';

-- What was done with a list, by whom and when: never changed.
create table app.apr_listhandelse (
  id bigint generated always as identity primary key,
  lista uuid not null references app.apr_beslutslista(id),
  tid timestamptz not null default clock_timestamp(),
  anvandare text not null,
  namn text not null,
  typ text not null,
  data jsonb not null default '{}'
);
create trigger apr_listhandelse_oforanderlig before update or delete on app.apr_listhandelse for each row execute function app.handelse_ar_oforanderlig();

-- An export for an evaluation: who, for what, how much. The file itself is not kept.
create table app.apr_export (
  id uuid primary key default gen_random_uuid(),
  tid timestamptz not null default clock_timestamp(),
  anvandare text not null,
  namn text not null,
  syfte text not null,
  villkor jsonb not null,
  rader integer not null,
  sha256 text not null
);
create trigger apr_export_oforanderlig before update or delete on app.apr_export for each row execute function app.handelse_ar_oforanderlig();

-- What the country has set aside for a year, and how many employers and inhabitants there are: handed in, each with its source.
create table app.apr_underlag (
  slag text not null check (slag in ('budget', 'arbetsgivarbestand', 'folkmangd')),
  ar integer not null,
  innehall jsonb not null,
  kalla text not null,
  av text not null,
  tid timestamptz not null default clock_timestamp(),
  primary key (slag, ar)
);

alter table app.apr_beslutslista enable row level security;
create policy apr_beslutslista_enhetens on app.apr_beslutslista using (app.roll() = 'system' or (app.roll() in ('handlaggare', 'specialist', 'enhetschef') and enhet = app.enhet() and app.arbetar_med('apr')));
alter table app.apr_listrad enable row level security;
create policy apr_listrad_med_listan on app.apr_listrad using (app.roll() = 'system' or (exists (select 1 from app.apr_beslutslista l where l.id = lista) and exists (select 1 from app.arende a where a.id = arende_id)));
alter table app.apr_listhandelse enable row level security;
create policy apr_listhandelse_med_listan on app.apr_listhandelse for select using (exists (select 1 from app.apr_beslutslista l where l.id = lista));
create policy apr_listhandelse_skrivs on app.apr_listhandelse for insert with check (anvandare = app.anvandare() and exists (select 1 from app.apr_beslutslista l where l.id = lista));
alter table app.apr_export enable row level security;
create policy apr_export_lases on app.apr_export for select using (app.roll() in ('system', 'enhetschef', 'analytiker'));
create policy apr_export_skrivs on app.apr_export for insert with check (anvandare = app.anvandare() and app.roll() in ('enhetschef', 'analytiker'));
alter table app.apr_underlag enable row level security;
create policy apr_underlag_lases on app.apr_underlag for select using (app.roll() <> 'ingen');
create policy apr_underlag_skrivs on app.apr_underlag for all using (app.roll() in ('system', 'enhetschef')) with check (app.roll() in ('system', 'enhetschef') and av = app.anvandare());

grant select, insert on app.apr_beslutslista, app.apr_listrad, app.apr_listhandelse, app.apr_export to atergang_app;
grant update (tillstand, godkand, beslutsdag, klar) on app.apr_beslutslista to atergang_app;
grant update (tillstand, fel, granskad) on app.apr_listrad to atergang_app;
grant select, insert, update on app.apr_underlag to atergang_app;

revoke execute on function app.synka_apr from public;
grant execute on function app.synka_apr to atergang_app;
