package org.stridescope.export.scene;

/**
 * A colour by its role.
 *
 * @param ground the role that {@code role} is mixed with
 * @param strength from 0, all ground, to 1, the role's full colour
 * @param alpha from 0, nothing, to 1, what lies below is covered
 * @param lettering not this colour, but the one of letters that can be read on it
 */
public record Ink(Role role, Role ground, double strength, double alpha, boolean lettering) {
    public static Ink of(Role role) {
        return new Ink(role, Role.BACKGROUND, 1, 1, false);
    }

    /** So much of a role on a ground. */
    public static Ink mixed(Role ground, Role role, double strength) {
        return new Ink(role, ground, Math.clamp(strength, 0, 1), 1, false);
    }

    /** A role's colour through which one sees what lies below. */
    public static Ink veil(Role role, double alpha) {
        return new Ink(role, Role.BACKGROUND, 1, alpha, false);
    }

    /** Letters that can be read on this colour. */
    public Ink letters() {
        return new Ink(role, ground, strength, 1, true);
    }
}
