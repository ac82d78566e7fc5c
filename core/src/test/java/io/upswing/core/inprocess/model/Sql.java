package io.upswing.core.inprocess.model;

/** The statements of the {@link Model}. Days are epoch days. */
final class Sql {
    static final String TABLES = """
            create table watermark(topic, part, pos, day);
            create index watermark_at on watermark(topic, part, pos);
            create table record(seq integer primary key, topic, part, pos, key, version, occurred, event, k);
            create table said(seq, field, value, second);
            create index said_by on said(seq);
            create table share(seq, place, rep, points);
            create index share_of on share(seq);
            create table org(seq integer primary key, effective, retracted, team, region);
            create table quota(seq integer primary key, period, start, effective, amount, ends);
            create table rep(rep primary key, first_close, existing default 0);
            create table setting(horizon, currency, keep, fiscal);
            create table today(day, first_kept);
            create table window(num, first, last);

            create table field(topic, key, name, rank, k, value, second, primary key(topic, key, name, rank));

            create table stands(topic, key, name, value, second, rank);
            create table deal(key primary key, status, created, closed, amount, held, owner, credits);
            create table credit(deal, rep, points, leads, primary key(deal, rep));
            create table part(deal, rep, amount, primary key(deal, rep));
            create table event(rep, day, created default 0, won default 0, lost default 0, revenue default 0,
                sized default 0, held default 0, cycle, kind, channel, delay);
            create table spell(rep, since, until, deals default 0, amount default 0, held default 0,
                month default 0, quarter default 0, stale default 0);
            create table post(rep, since, until, seq, team, region);
            create table member(rep, subject, since, until);
            create index member_of on member(rep);
            create table pane(subject, day, created, won, lost, revenue, sized, held, done);
            """;

    /** The recorded date of each record, only what is within bounds, and where in its order each field was said. */
    static final String LOADED = """
            update record set k = coalesce((select max(day) + 1 from watermark w
                where w.topic = record.topic and w.part = record.part and w.pos < record.pos), -1000000);

            create temp view bound as select unixepoch('1990-01-01') / 86400 as low, unixepoch('2100-12-31') / 86400 as high;
            create temp view dated as
                select seq, value as day from said where field in ('created', 'closed', 'expected', 'happened', 'logged')
                union all select seq, effective from org
                union all select seq, start from quota union all select seq, effective from quota;
            create temp view paid as select seq, value as amount from said where field = 'amount'
                union all select seq, amount from quota;
            delete from record where seq in (select seq from dated, bound where day not between low and high)
                or seq in (select seq from dated join record using (seq), setting where k > -1000000 and day > k + horizon)
                or seq in (select seq from paid where abs(amount) > 10000000000000)
                or seq in (select seq from share group by seq
                    having min(points) < 1 or max(points) > 10000 or sum(points) > 100000)
                or seq in (select seq from quota, setting where amount < 0
                    or strftime('%d', start * 86400, 'unixepoch') <> '01'
                    or period = 'QUARTER' and (strftime('%m', start * 86400, 'unixepoch') - fiscal) % 3 <> 0);

            update quota set ends = unixepoch(start * 86400, 'unixepoch', iif(period = 'MONTH', '+1 month', '+3 months')) / 86400;

            -- Of what was said of a field with the same order the first in the log stands.
            insert into field select topic, key, field, rank, k, value, second from (
                select topic, key, field, k, value, second,
                    dense_rank() over (order by version, occurred, event) as rank,
                    row_number() over (partition by topic, key, field, version, occurred, event order by seq) as copy
                    from record join said using (seq))
                where copy = 1;
            """;

    /** What is known today. */
    static final String DAY = """
            -- Of each field what was said last.
            delete from stands;
            insert into stands select topic, key, name, value, second, max(rank)
                from field, today where k <= day group by topic, key, name;

            -- The owner for the credit of a closed deal: as the present spell of its status began.
            delete from deal;
            insert into deal with
                d as (select key, max(iif(name = 'status', value, null)) as status,
                    max(iif(name = 'created', value, null)) as created, max(iif(name = 'closed', value, null)) as closed,
                    max(iif(name = 'amount', value, null)) as amount, max(iif(name = 'currency', value, null)) as currency,
                    max(iif(name = 'owner', value, null)) as owner, max(iif(name = 'credits', value, null)) as credits
                    from stands where topic = 'DEALS' group by key),
                known as (select key, name, rank, value from field, today where topic = 'DEALS' and k <= day),
                began as (select d.key, d.status, min(s.rank) as rank from d
                    join known s on s.key = d.key and s.name = 'status' and s.rank > coalesce((select max(b.rank)
                        from known b where b.key = d.key and b.name = 'status' and b.value <> d.status), -1)
                    group by d.key)
                select d.key, d.status, created, iif(d.status = 'OPEN', null, closed), amount,
                    amount is not null and d.currency is not null and d.currency <> setting.currency,
                    iif(keep and d.status <> 'OPEN', (select o.value from known o
                        where o.key = d.key and o.name = 'owner' and o.rank <= began.rank order by o.rank desc limit 1), owner),
                    credits
                from d join began using (key), setting where d.status in ('OPEN', 'WON', 'LOST');

            delete from credit;
            insert into credit select deal, rep, points, row_number() over (partition by deal order by place) = 1 from (
                select d.key as deal, c.rep, sum(c.points) as points, min(c.place) as place
                    from deal d join share c on c.seq = d.credits group by d.key, c.rep
                union all select key, coalesce(owner, 'unassigned'), 10000, 0 from deal where credits is null);

            -- Money by shares: the largest remainders get the last units, ties by rep.
            delete from part;
            insert into part select deal, rep, iif(amount < 0, -1, 1) * (whole + (
                row_number() over (partition by deal order by rest desc, rep)
                    <= abs(amount) - sum(whole) over (partition by deal)))
                from (select c.deal, c.rep, d.amount, abs(d.amount) * points / total as whole,
                        abs(d.amount) * points % total as rest
                    from deal d join credit c on c.deal = d.key
                    join (select deal, sum(points) as total from credit group by deal) using (deal)
                    where d.amount is not null and not d.held);

            delete from event;
            insert into event(rep, day, created) select rep, created, 1
                from deal join credit on deal = key where leads and created is not null;
            insert into event(rep, day, won, sized, held, cycle)
                select rep, closed, 1, amount is not null and not held, held, closed - created
                from deal join credit on deal = key where leads and status = 'WON' and closed is not null;
            insert into event(rep, day, lost) select rep, closed, 1
                from deal join credit on deal = key where leads and status = 'LOST' and closed is not null;
            insert into event(rep, day, revenue) select rep, closed, p.amount
                from deal join part p on deal = key where status = 'WON' and closed is not null;

            -- What is done counts on the day on which it happened, for its owner.
            insert into event(rep, day, kind, channel, delay)
                select coalesce(owner, 'unassigned'), happened, kind, channel, max(0, coalesce(
                    logged_second - happened_second, (logged - happened) * 86400))
                from (select key, max(iif(name = 'kind', value, null)) as kind, max(iif(name = 'status', value, null)) as status,
                        max(iif(name = 'happened', value, null)) as happened,
                        max(iif(name = 'happened', second, null)) as happened_second,
                        max(iif(name = 'logged', value, null)) as logged, max(iif(name = 'logged', second, null)) as logged_second,
                        max(iif(name = 'owner', value, null)) as owner, max(iif(name = 'channel', value, null)) as channel
                    from stands where topic = 'ACTIVITIES' group by key)
                where kind is not null and coalesce(status, 'DONE') = 'DONE' and happened is not null;

            -- Open from created until closed; closed on no known day, or before it was created: never.
            delete from spell;
            insert into spell(rep, since, until, deals, held) select rep, created, closed, 1, held
                from deal join credit on deal = key
                where leads and created is not null and (status = 'OPEN' or closed >= created);
            insert into spell(rep, since, until, amount) select rep, created, closed, p.amount
                from deal join part p on deal = key
                where created is not null and (status = 'OPEN' or closed >= created);

            -- Stale from the day on which it has been open for more than 5 days.
            insert into spell(rep, since, until, stale) select rep, created + 6, closed, 1
                from deal join credit on deal = key
                where leads and created is not null and (status = 'OPEN' or closed > created + 6);

            -- A quota is in force from its day, but not before its period, until the next one's or the period is over.
            insert into spell(rep, since, until, month, quarter)
                select rep, max(effective, start) as since, min(next, ends) as until,
                    iif(period = 'MONTH', amount, 0), iif(period = 'QUARTER', amount, 0)
                from (select key as rep, period, start, effective, ends, amount,
                        lead(effective, 1, 1000000) over (partition by key, period, start order by effective) as next
                    from (select *, row_number() over (partition by key, period, start, effective
                            order by version desc, occurred desc, event desc, seq) as age
                        from record join quota using (seq), today where k <= day)
                    where age = 1 and amount is not null)
                where since < until;

            delete from post;
            insert into post select key, effective,
                coalesce(lead(effective) over (partition by key order by effective), 1000000), seq, team, region
                from (select *, row_number() over (
                        partition by key, effective order by version desc, occurred desc, event desc, seq) as age
                    from record join org using (seq), today where k <= day)
                where age = 1 and not retracted;
            delete from member;
            insert into member select rep, rep, -1000000, 1000000 from rep;
            insert into member select rep, 'company', -1000000, 1000000 from rep;
            insert into member select rep, 'team:' || team, since, until from post where team is not null;
            insert into member select rep, 'region:' || region, since, until from post where region is not null;

            delete from pane;
            insert into pane select subject, day,
                sum(created), sum(won), sum(lost), sum(revenue), sum(sized), sum(held), count(kind)
                from event join member using (rep) where day >= since and day < until group by subject, day;

            -- From the first org record on, or from the first close at which what is kept is not all zero.
            update rep set existing = 1 where (select day from today) >= first_close and (
                exists (select 1 from record o, today where o.topic = 'REPS' and o.key = rep.rep and k <= day)
                or exists (select 1 from pane, today where subject = rep.rep and pane.day >= first_kept
                    and (created or won or lost or revenue or sized or held or done))
                or exists (select 1 from (
                    select rep as who, max(since, first_kept - 1) as d, deals, amount, held, month, quarter, stale
                        from spell, today
                    union all select rep, max(until, first_kept - 1), -deals, -amount, -held, -month, -quarter, -stale
                        from spell, today
                        where until is not null)
                    where who = rep.rep group by d
                    having sum(deals) or sum(amount) or sum(held) or sum(month) or sum(quarter) or sum(stale)));
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

    static final String WINDOW_ACTIVITIES = """
            select subject, num, kind, channel, delay from event join member using (rep), window
                where kind is not null and day >= since and day < until and day between first and last
            """;

    static final String PANES = "select subject, day, created, won, lost, revenue, sized, held from pane";

    static final String PANE_CYCLES = """
            select subject, day, cycle from event join member using (rep)
                where cycle is not null and day >= since and day < until order by subject, day, cycle
            """;

    static final String PANE_ACTIVITIES = """
            select subject, day, kind, channel, delay from event join member using (rep)
                where kind is not null and day >= since and day < until
            """;

    /** By membership today: who joins a unit brings along what is open, and what is expected. */
    static final String BALANCES = """
            select subject, sum(deals), sum(amount), sum(held), sum(month), sum(quarter), sum(stale)
                from spell s join member m using (rep), today
                where s.since <= day and (s.until is null or s.until > day) and m.since <= day and m.until > day
                group by subject
            """;

    static final String MOVES = """
            select rep, day, sum(deals), sum(amount), sum(held), sum(month), sum(quarter), sum(stale) from (
                select rep, since as day, deals, amount, held, month, quarter, stale from spell
                union all select rep, until, -deals, -amount, -held, -month, -quarter, -stale from spell where until is not null)
                group by rep, day
            """;

    /** The last kept day up to today on which something was done. */
    static final String LAST_ACTIVE = """
            select subject, max(pane.day) from pane, today
                where done > 0 and pane.day >= first_kept and pane.day <= today.day group by subject
            """;

    static final String MEMBERS = "select subject, rep, since, until from member where subject <> rep";

    static final String POSTS = "select rep, since, until, seq from post";

    static final String EXISTING = "select rep from rep where existing";

    private Sql() {}
}
