package io.upswing.core.inprocess.model;

/** The statements of the {@link Model}. Days are epoch days. */
final class Sql {
    static final String TABLES = """
            create table watermark(topic, part, pos, day);
            create index watermark_at on watermark(topic, part, pos);
            create table deal_record(seq integer primary key, part, pos, deal, version, occurred, event,
                status, amount, currency, created, closed, expected, owner);
            create table credit_record(seq, place, rep, points);
            create index credit_of on credit_record(seq);
            create table org_record(seq integer primary key, part, pos, rep, version, occurred, event,
                effective, retracted, team, region);
            create table rep(rep primary key, first_close, existing default 0);
            create table setting(horizon, currency, keep);
            create table today(day, first_kept);
            create table window(num, first, last);

            create table deal_change(seq integer primary key, part, pos, deal, version, occurred, event,
                status, amount, currency, created, closed, expected, owner, k);
            create table org_change(seq integer primary key, part, pos, rep, version, occurred, event,
                effective, retracted, team, region, k);

            create table ranked(seq, deal, status, owner, age, primary key(deal, age, seq));
            create table standing(deal primary key, seq, status, created, closed, amount, held, owner);
            create table credit(deal, rep, points, leads, primary key(deal, rep));
            create table part(deal, rep, amount, primary key(deal, rep));
            create table event(rep, day, created default 0, won default 0, lost default 0, revenue default 0,
                sized default 0, held default 0, cycle);
            create table spell(rep, since, until, deals, amount, held);
            create table member(rep, subject, since, until);
            create index member_of on member(rep);
            create table pane(subject, day, created, won, lost, revenue, sized, held);
            """;

    /** The recorded date of each record, and only what is within bounds. */
    static final String LOADED = """
            insert into deal_change select r.*, coalesce(
                (select max(day) + 1 from watermark w where topic = 'deals' and w.part = r.part and w.pos < r.pos),
                -1000000) from deal_record r;
            insert into org_change select r.*, coalesce(
                (select max(day) + 1 from watermark w where topic = 'orgs' and w.part = r.part and w.pos < r.pos),
                -1000000) from org_record r;
            create temp view bound as select unixepoch('1990-01-01') / 86400 as low, unixepoch('2100-12-31') / 86400 as high;
            delete from deal_change where abs(amount) > 10000000000000
                or exists (select 1 from credit_record c where c.seq = deal_change.seq and c.points not between 1 and 10000)
                or exists (select 1 from bound, setting where
                    created not between low and high or closed not between low and high or expected not between low and high
                    or k > -1000000 and max(coalesce(created, 0), coalesce(closed, 0), coalesce(expected, 0)) > k + horizon);
            delete from org_change where exists (select 1 from bound, setting
                where effective not between low and high or k > -1000000 and effective > k + horizon);
            """;

    /** What is known today. */
    static final String DAY = """
            delete from ranked;
            insert into ranked select min(seq), deal, status, owner,
                dense_rank() over (partition by deal order by version desc, occurred desc, event desc)
                from deal_change, today where k <= day group by deal, version, occurred, event;

            -- The last change of each deal. The owner for the credit of a closed one: as the present spell began.
            delete from standing;
            insert into standing select r.deal, r.seq, r.status, c.created, iif(r.status = 'OPEN', null, c.closed), c.amount,
                c.amount is not null and c.currency is not null and c.currency <> setting.currency,
                iif(keep and r.status <> 'OPEN', (select s.owner from ranked s where s.deal = r.deal and s.age = coalesce(
                    (select min(age) - 1 from ranked b where b.deal = r.deal and b.status <> r.status),
                    (select max(age) from ranked m where m.deal = r.deal))), r.owner)
                from ranked r join deal_change c on c.seq = r.seq, setting
                where r.age = 1 and r.status in ('OPEN', 'WON', 'LOST');

            delete from credit;
            insert into credit select deal, rep, points, row_number() over (partition by deal order by place) = 1 from (
                select s.deal, c.rep, sum(c.points) as points, min(c.place) as place
                    from standing s join credit_record c on c.seq = s.seq group by s.deal, c.rep
                union all select deal, coalesce(owner, 'unassigned'), 10000, 0
                    from standing s where not exists (select 1 from credit_record c where c.seq = s.seq));

            -- Money by shares: the largest remainders get the last units, ties by rep.
            delete from part;
            insert into part select deal, rep, iif(amount < 0, -1, 1) * (whole + (
                row_number() over (partition by deal order by rest desc, rep)
                    <= abs(amount) - sum(whole) over (partition by deal)))
                from (select s.deal, c.rep, s.amount, abs(s.amount) * points / total as whole,
                        abs(s.amount) * points % total as rest
                    from standing s join credit c using (deal)
                    join (select deal, sum(points) as total from credit group by deal) using (deal)
                    where s.amount is not null and not s.held);

            delete from event;
            insert into event(rep, day, created) select rep, created, 1
                from standing join credit using (deal) where leads and created is not null;
            insert into event(rep, day, won, sized, held, cycle)
                select rep, closed, 1, amount is not null and not held, held, closed - created
                from standing join credit using (deal) where leads and status = 'WON' and closed is not null;
            insert into event(rep, day, lost) select rep, closed, 1
                from standing join credit using (deal) where leads and status = 'LOST' and closed is not null;
            insert into event(rep, day, revenue) select rep, closed, p.amount
                from standing join part p using (deal) where status = 'WON' and closed is not null;

            -- Open from created until closed; closed on no known day, or before it was created: never.
            delete from spell;
            insert into spell select rep, created, closed, 1, 0, held from standing join credit using (deal)
                where leads and created is not null and (status = 'OPEN' or closed >= created);
            insert into spell select rep, created, closed, 0, p.amount, 0 from standing join part p using (deal)
                where created is not null and (status = 'OPEN' or closed >= created);

            delete from member;
            insert into member select rep, rep, -1000000, 1000000 from rep;
            insert into member select rep, 'company', -1000000, 1000000 from rep;
            with known as (select *, row_number() over (
                    partition by rep, effective order by version desc, occurred desc, event desc) as age
                    from org_change, today where k <= day),
                held as (select rep, team, region, effective,
                    coalesce(lead(effective) over (partition by rep order by effective), 1000000) as until
                    from known where age = 1 and not retracted)
            insert into member
                select rep, 'team:' || team, effective, until from held where team is not null
                union all select rep, 'region:' || region, effective, until from held where region is not null;

            delete from pane;
            insert into pane select subject, day,
                sum(created), sum(won), sum(lost), sum(revenue), sum(sized), sum(held)
                from event join member using (rep) where day >= since and day < until group by subject, day;

            -- From the first org record on, or from the first close at which what is kept is not all zero.
            update rep set existing = 1 where (select day from today) >= first_close and (
                exists (select 1 from org_change o, today where o.rep = rep.rep and k <= day)
                or exists (select 1 from pane, today where subject = rep.rep and pane.day >= first_kept
                    and (created or won or lost or revenue or sized or held))
                or exists (select 1 from (
                    select rep as who, max(since, first_kept - 1) as d, deals, amount, held from spell, today
                    union all select rep, max(until, first_kept - 1), -deals, -amount, -held from spell, today
                        where until is not null)
                    where who = rep.rep group by d having sum(deals) or sum(amount) or sum(held)));
            """;

    static final String WINDOWS = """
            select subject, num, sum(created), sum(won), sum(lost), sum(revenue), sum(sized), sum(held)
                from pane, window where day between first and last group by subject, num
            """;

    static final String WINDOW_CYCLES = """
            select subject, num, cycle from event join member using (rep), window
                where cycle is not null and day >= since and day < until and day between first and last
                order by subject, num, cycle
            """;

    static final String PANES = "select subject, day, created, won, lost, revenue, sized, held from pane";

    static final String PANE_CYCLES = """
            select subject, day, cycle from event join member using (rep)
                where cycle is not null and day >= since and day < until order by subject, day, cycle
            """;

    /** By membership today: who joins a unit brings along what is open. */
    static final String BALANCES = """
            select subject, sum(deals), sum(amount), sum(held) from spell s join member m using (rep), today
                where s.since <= day and (s.until is null or s.until > day) and m.since <= day and m.until > day
                group by subject
            """;

    static final String MOVES = """
            select rep, day, sum(deals), sum(amount), sum(held) from (
                select rep, since as day, deals, amount, held from spell
                union all select rep, until, -deals, -amount, -held from spell where until is not null)
                group by rep, day
            """;

    static final String MEMBERS = "select subject, rep, since, until from member where subject <> rep";

    static final String EXISTING = "select rep from rep where existing";

    private Sql() {}
}
