package org.stridescope.ffi;

import java.lang.management.ManagementFactory;

import com.sun.management.HotSpotDiagnosticMXBean;

/** What this processor can do, as the virtual machine found out. */
public final class Processor {
    private Processor() {}

    /** Whether it multiplies and adds in one step. */
    public static boolean hasFma() {
        return Boolean.parseBoolean(option("UseFMA"));
    }

    /** Whether it has vectors of four doubles, and multiplies and adds them in one step. */
    public static boolean hasAvx2() {
        String level = option("UseAVX");
        return !level.isEmpty() && Integer.parseInt(level) >= 2 && hasFma();
    }

    /** An option of the virtual machine, empty where it has none of this name. */
    private static String option(String name) {
        try {
            var bean = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return bean == null ? "" : bean.getVMOption(name).getValue();
        } catch (IllegalArgumentException e) {
            return ""; // another processor, or another virtual machine
        }
    }
}
