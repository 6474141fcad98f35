package org.stridescope.script;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What each line is said to have cost, against what can be counted by hand. */
final class LineCostTest {
    private static List<LineCost> costs(String source) {
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            Session.Outcome outcome = session.run(source, true);
            assertThat(outcome.error()).isNull();
            return outcome.costs();
        }
    }

    private static LineCost line(List<LineCost> costs, int line) {
        return costs.stream().filter(cost -> cost.line() == line).findFirst().orElseThrow();
    }

    @Test
    void aViewCostsNothingAndACopyItsBytes() {
        List<LineCost> costs = costs("""
                x = np.zeros((100, 50))
                a = x.ravel()
                b = x.T.ravel()
                c = x.flatten()
                d = x[:, None] - x[None, :10]
                """);
        assertThat(line(costs, 1).allocated()).isEqualTo(40_000);
        assertThat(line(costs, 1).copies()).isZero();
        assertThat(line(costs, 2).allocated()).as("ravel of a contiguous array is a view").isZero();
        assertThat(line(costs, 2).copies()).isZero();
        assertThat(line(costs, 3).allocated()).isEqualTo(40_000);
        assertThat(line(costs, 3).copies()).isEqualTo(1);
        assertThat(line(costs, 4).allocated()).isEqualTo(40_000);
        assertThat(line(costs, 4).copies()).isEqualTo(1);
        assertThat(line(costs, 5).allocated()).isEqualTo(100 * 10 * 50 * 8);
        assertThat(line(costs, 5).copies()).isZero();
    }

    @Test
    void hitsAreCountedAndTemporariesAreFreed() {
        List<LineCost> costs = costs("""
                total = 0
                for i in range(5):
                    total = np.ones(1000).sum()
                x = np.ones(4096)
                del x
                """);
        assertThat(line(costs, 1).hits()).isEqualTo(1);
        assertThat(line(costs, 3).hits()).isEqualTo(5);
        assertThat(line(costs, 3).allocated()).isGreaterThanOrEqualTo(5 * 8000);
        assertThat(line(costs, 3).freed()).isGreaterThanOrEqualTo(5 * 8000);
        assertThat(line(costs, 4).allocated()).isEqualTo(4096 * 8);
        assertThat(line(costs, 4).freed()).isZero();
        assertThat(line(costs, 5).freed()).isEqualTo(4096 * 8);
    }

    @Test
    void linesThatGoElsewhereHaveRun() {
        List<LineCost> costs = costs("""
                def half(n):
                    if n % 2:
                        return
                    return np.zeros(n // 2)
                for i in range(10):
                    if i < 4:
                        continue
                    if i == 8:
                        break
                    half(i)
                else:
                    pass
                while True:
                    pass
                    break
                """);
        assertThat(line(costs, 3).hits()).as("return without a value").isEqualTo(2);
        assertThat(line(costs, 4).hits()).as("return of a value").isEqualTo(2);
        assertThat(line(costs, 4).allocated()).isEqualTo((2 + 3) * 8);
        assertThat(line(costs, 7).hits()).as("continue").isEqualTo(4);
        assertThat(line(costs, 9).hits()).as("break").isEqualTo(1);
        assertThat(costs).as("a line that was not reached").noneMatch(cost -> cost.line() == 12);
        assertThat(line(costs, 14).hits()).as("pass").isEqualTo(1);
    }

    @Test
    void aLineThatFailsHasRun() {
        List<LineCost> costs = costs("""
                try:
                    x = np.ones(1000) + np.ones(7)
                except ValueError:
                    x = 0
                """);
        assertThat(line(costs, 2).hits()).isEqualTo(1);
        assertThat(line(costs, 2).allocated()).isEqualTo(1007 * 8);
    }

    @Test
    void withoutCountingThereAreNoCosts() {
        try (Session session = new Session(ScriptLimits.DEFAULT)) {
            assertThat(session.run("x = 1").costs()).isEmpty();
        }
    }
}
