package org.stridescope.ui.model.ladder;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.stridescope.kernel.Availability;
import org.stridescope.kernel.remarks.Assembly;
import org.stridescope.kernel.remarks.CompilerRemarks;

import static org.assertj.core.api.Assertions.assertThat;

class VectorisedModelTest {
    private static final Availability NO_TOOL = new Availability.Missing("no objdump was found", "install binutils");

    @Test
    void whatIsMissingIsSaidWithItsReason() {
        assertThat(VectorisedModel.summary(new CompilerRemarks.Found(List.of(), NO_TOOL)))
                .isEqualTo("No compiler\u2019s remarks: no objdump was found: install binutils.");
        assertThat(VectorisedModel.summary(new Assembly("", List.of(), 0, 0, "", NO_TOOL)))
                .isEqualTo("No assembly: no objdump was found: install binutils.");
    }

    @Test
    void aSourceWithoutLoopsOfArithmeticSaysThat() {
        assertThat(VectorisedModel.summary(new Assembly("", List.of(), 0, 0, "", Availability.AVAILABLE)))
                .isEqualTo("No loop with arithmetic was found in the machine code.");
    }

    @Test
    void everySourceButTheLoopsInJavaIsAResourceOfTheProgram() {
        for (VectorisedModel.Source source : VectorisedModel.Source.values()) {
            if (source != VectorisedModel.Source.JAVA)
                assertThat(getClass().getClassLoader().getResource(source.resource())).as(source.label()).isNotNull();
        }
    }
}
