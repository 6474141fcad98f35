package org.stridescope.ui.model.timeline;

import java.util.Random;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StepsPyramidTest {
    private static final int COLUMNS = 37;

    /** Steps of seeded lengths and levels. */
    private record Made(long[] edges, double[] levels) implements Steps {
        static Made of(long seed, int count) {
            Random random = new Random(seed);
            long[] edges = new long[count + 1];
            double[] levels = new double[count];
            edges[0] = 1 + random.nextInt(1000);
            for (int i = 0; i < count; i++) {
                edges[i + 1] = edges[i] + 1 + random.nextInt(2000);
                levels[i] = random.nextDouble();
            }
            return new Made(edges, levels);
        }

        @Override
        public int count() {
            return levels.length;
        }

        @Override
        public long edge(int i) {
            return edges[i];
        }

        @Override
        public double level(int i) {
            return levels[i];
        }

        /** The mean between two times, added up interval by interval. */
        double mean(double from, double to) {
            double sum = 0;
            double covered = 0;
            for (int i = 0; i < levels.length; i++) {
                double share = Math.min(to, edges[i + 1]) - Math.max(from, edges[i]);
                if (share <= 0)
                    continue;
                sum += share * levels[i];
                covered += share;
            }
            return covered == 0 ? Double.NaN : sum / covered;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 64, 65, 1000, 50_000})
    void columnsAreMeansOfWhatLiesInThem(int count) {
        Made made = Made.of(count, count);
        StepsPyramid pyramid = new StepsPyramid(made);
        Random random = new Random(count + 1);
        long end = made.edge(count) + 100;
        for (int trial = 0; trial < 20; trial++) {
            long from = random.nextLong(end);
            Span view = new Span(from, from + 1 + random.nextLong(end - from));
            Columns columns = new Columns(COLUMNS);
            pyramid.columns(view, columns);
            double wide = (double) view.length() / COLUMNS;
            for (int column = 0; column < COLUMNS; column++) {
                double wanted = made.mean(view.from() + column * wide, view.from() + (column + 1) * wide);
                if (Double.isNaN(wanted) || columns.isEmpty(column))
                    continue;
                // a node may reach over a column's edge by half of one
                assertThat((double) columns.mean(column)).isCloseTo(wanted, Offset.offset(count < 500 ? 1e-3 : 0.12));
                assertThat(columns.least(column)).isLessThanOrEqualTo(columns.mean(column) + 1e-5f);
                assertThat(columns.most(column)).isGreaterThanOrEqualTo(columns.mean(column) - 1e-5f);
            }
        }
    }

    @Test
    void onePeakAmongAMillionIsSeenFromAfar() {
        double[] levels = new double[1_000_000];
        long[] edges = new long[levels.length + 1];
        for (int i = 0; i < edges.length; i++)
            edges[i] = 10L * i;
        levels[765_432] = 1;
        Columns columns = new Columns(100);
        new StepsPyramid(new Made(edges, levels)).columns(new Span(0, edges[levels.length]), columns);
        for (int column = 0; column < 100; column++)
            assertThat(columns.most(column)).isEqualTo(column == 76 ? 1 : 0);
        assertThat(columns.mean(76)).isCloseTo(1e-4f, Offset.offset(1e-6f));
    }

    @Test
    void outsideTheSignalThereIsNothing() {
        StepsPyramid pyramid = new StepsPyramid(new Made(new long[]{100, 200}, new double[]{0.5}));
        Columns columns = new Columns(4);
        pyramid.columns(new Span(0, 400), columns);
        assertThat(columns.isEmpty(0)).isTrue();
        assertThat(columns.mean(1)).isEqualTo(0.5f);
        assertThat(columns.isEmpty(2)).isTrue();
        pyramid.columns(new Span(300, 400), columns);
        assertThat(columns.isEmpty(0)).isTrue();
        assertThat(pyramid.at(150)).isEqualTo(0.5);
        assertThat(pyramid.at(200)).isNaN();
    }

    @Test
    void nothingHasNoColumns() {
        Columns columns = new Columns(4);
        new StepsPyramid(new Made(new long[]{0}, new double[0])).columns(new Span(0, 10), columns);
        assertThat(columns.isEmpty(0)).isTrue();
    }
}
