package io.upswing.core.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.core.kpi.OrgUnit.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrgUnitTest {
    @ParameterizedTest
    @ValueSource(strings = {"team:X", "region:X", "company", "team:a:b"})
    void aUnitIsFoundAgainByItsKey(String key) {
        assertThat(OrgUnit.parse(key).key()).isEqualTo(key);
    }

    @Test
    void aTeamAndARegionOfOneIdAreTwoUnits() {
        assertThat(OrgUnit.parse("team:X")).isEqualTo(new OrgUnit(Level.TEAM, "X"));
        assertThat(OrgUnit.parse("region:X")).isNotEqualTo(new OrgUnit(Level.TEAM, "X"));
        assertThat(OrgUnit.parse("company")).isEqualTo(OrgUnit.COMPANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "team", "squad:X", ":X", "company:X", "Team:X"})
    void whatIsNoUnitIsRefusedByItsText(String key) {
        assertThatThrownBy(() -> OrgUnit.parse(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + key + "'");
    }
}
