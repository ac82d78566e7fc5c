package io.upswing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A small export of a CRM, with people in it who have names, and a rule under which each has an issue in the end. */
final class CaseExport {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 2);
    static final LocalDate OPEN_DAY = LAST_DAY.plusDays(1);
    static final String RULE = "revenue-floor";

    private static final String MAPPING = """
            source: acme
            zone: UTC
            currency: {code: USD, minorDigits: 2}
            reps:
              file: reps.csv
              id: {column: id, name: name}
              team: {column: team, name: team_name}
              effectiveFrom: first-day
            deals:
              file: deals.csv
              id: id
              owner: {column: owner}
              stage: {column: stage, open: [Open], won: [Won], lost: [Lost]}
              amount: amount
              created: {column: created, format: yyyy-MM-dd}
              closed: {column: closed, format: yyyy-MM-dd}
            """;
    private static final String REPS = """
            id,name,team,team_name
            r1,Zora Quillfeather,t1,Northern lights
            r2,Bela Okonkwo,t1,Northern lights
            r3,Imre Castellan,t1,Northern lights
            """;
    private static final String DEALS = """
            id,owner,stage,amount,created,closed
            D1,r1,Won,100.00,2026-01-10,2026-01-20
            D2,r2,Won,120.50,2026-01-12,2026-01-21
            D3,r3,Won,140.00,2026-01-12,2026-01-22
            D4,r1,Open,300.00,2026-02-01,
            D5,r2,Lost,,2026-02-01,2026-02-02
            """;
    private static final String RULES = """
            rules:
              - id: revenue-floor
                title: Revenue under the floor
                because: It is for a test.
                severity: warning
                for: 1
                floor: {kpi: revenue, window: 30d, limit: 1000, minimum-sample: 1}
            """;

    private CaseExport() {}

    /** Writes it, and returns the mapping file. */
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("reps.csv"), REPS);
        Files.writeString(folder.resolve("deals.csv"), DEALS);
        return Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
    }

    /** Writes the rule, and returns its file. */
    static Path rules(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("rules.yaml"), RULES);
    }
}
