! The distance matrix in Fortran at the speed of the processor. What makes it fast, against plain.f90:
!
! 1. The innermost loop runs over 16 neighbouring items of the result, not over the features: 16 sums that do not wait for
!    each other, which the compiler keeps in vector registers. `!$omp simd` says that it may.
! 2. Two columns of the result are summed at once, so that each number of y that is loaded is used twice.
! 3. y is packed once into panels yp(16, k, m/16), so that this loop reads memory forwards; so the vectors load without
!    gathering. x needs no packing: one number of it serves 16 sums.
! 4. The loops are ordered so that a panel of y stays in the first caches for 14 columns of the result.
! 5. |x - y| = 2 max(x, y) - x - y, and the sums of x and of y over the features are known beforehand: two instructions a
!    feature instead of three. Where the sums cancel (points near each other and far from 0), digits would be lost; that is
!    seen from the result, and such a block is summed again as |x - y|.
!
! This file is compiled once for each width of vector register and for c_double and c_float; the build puts their names for
! _width.
module distance_tiles_width
  use iso_c_binding
  implicit none
  integer, parameter :: real_kind = c_double
  integer(c_int), parameter :: cityblock = 0, sqeuclidean = 1, euclidean = 2, chebyshev = 3
  integer, parameter :: panel = 16, columns = 14
  real(real_kind), volatile :: one_in_memory = 1
contains
  ! y(k, m) into panels of 16 points, and after the features their sums and the sums of their magnitudes; a last panel that
  ! is not full is filled with zeros
  subroutine pack(y, yp, m, k, threads) bind(C, name="stridescope_fortran_pack_width")
    integer(c_long_long), value :: m, k
    integer(c_int), value :: threads
    real(real_kind), intent(in) :: y(k, m)
    real(real_kind), intent(out) :: yp(panel, k + 2, (m + panel - 1) / panel)
    integer(c_long_long) :: p, j

    !$omp parallel do num_threads(threads) private(p, j) schedule(static)
    do p = 1, (m + panel - 1) / panel
      do j = 1, panel
        if ((p - 1) * panel + j <= m) then
          yp(j, :k, p) = y(:, (p - 1) * panel + j)
          yp(j, k + 1:, p) = both_sums(y(:, (p - 1) * panel + j))
        else
          yp(j, :, p) = 0
        end if
      end do
    end do
  end subroutine

  ! The sum, and the sum of magnitudes: NaN where that is so large that sums of it might overflow.
  pure function both_sums(point) result(sums)
    real(real_kind), intent(in) :: point(:)
    real(real_kind) :: sums(2)

    sums = [sum(point), sum(abs(point))]
    if (.not. sums(2) < huge(sums(2)) / 8) sums(2) = ieee_nan()
  end function

  pure function ieee_nan() result(nan)
    use ieee_arithmetic
    real(real_kind) :: nan
    nan = ieee_value(nan, ieee_quiet_nan)
  end function

  ! Computes columns [column, column_end] of d, rows [row, row_end], counted from 1; row - 1 is a multiple of 16.
  subroutine tile(metric, x, yp, d, n, m, k, column, column_end, row, row_end, threads) &
      bind(C, name="stridescope_fortran_tile_width")
    integer(c_int), value :: metric, threads
    integer(c_long_long), value :: n, m, k, column, column_end, row, row_end
    real(real_kind), intent(in) :: x(k, n), yp(panel, k + 2, (m + panel - 1) / panel)
    real(real_kind), intent(inout) :: d(m, n)
    integer(c_long_long) :: block

    !$omp parallel do num_threads(threads) private(block) schedule(dynamic)
    do block = column, column_end, columns
      call some_columns(metric, x, yp, d, n, m, k, block, min(block + columns - 1, column_end), row, row_end)
    end do
  end subroutine

  subroutine some_columns(metric, x, yp, d, n, m, k, column, column_end, row, row_end)
    integer(c_int), intent(in) :: metric
    integer(c_long_long), intent(in) :: n, m, k, column, column_end, row, row_end
    real(real_kind), intent(in) :: x(k, n), yp(panel, k + 2, (m + panel - 1) / panel)
    real(real_kind), intent(inout) :: d(m, n)
    integer, parameter :: most_lost = 16
    real(real_kind) :: s(panel), t(panel), x_sums(2, columns), one
    integer(c_long_long) :: p, i, other, first, inside
    integer :: lost
    logical :: good

    lost = 0
    one = one_in_memory
    if (metric == cityblock) then
      do i = column, column_end
        x_sums(:, i - column + 1) = both_sums(x(:, i))
      end do
    end if
    do p = (row - 1) / panel + 1, (row_end + panel - 1) / panel
      first = (p - 1) * panel + 1
      inside = min(int(panel, c_long_long), row_end - first + 1)
      do i = column, column_end, 2
        other = min(i + 1, column_end)
        if (k == 3 .and. inside == panel) then
          call three_features(metric, x(:, i), x(:, other), yp(:, :, p), d(first, i), d(first, other))
          cycle
        end if
        select case (metric)
        case (cityblock)
          good = .false.
          if (lost < most_lost) then
            call sums_maxima(x(:, i), x(:, other), yp(:, :, p), k, x_sums(:, i - column + 1), &
                             x_sums(:, other - column + 1), one, s, t, good)
            if (.not. good) lost = lost + 1
          end if
          if (.not. good) call sums_cityblock(x(:, i), x(:, other), yp(:, :, p), k, s, t)
        case (chebyshev)
          call sums_chebyshev(x(:, i), x(:, other), yp(:, :, p), k, s, t)
        case default
          call sums_squares(x(:, i), x(:, other), yp(:, :, p), k, s, t)
        end select
        if (metric == euclidean) then
          s = sqrt(s)
          t = sqrt(t)
        end if
        d(first:first + inside - 1, i) = s(1:inside)
        d(first:first + inside - 1, other) = t(1:inside)
      end do
    end do
  end subroutine

  ! Points in space: the three features unrolled, so that no loop is left but the one over the result.
  subroutine three_features(metric, a, b, y, s, t)
    integer(c_int), intent(in) :: metric
    real(real_kind), intent(in) :: a(3), b(3), y(panel, 3)
    real(real_kind), intent(out) :: s(panel), t(panel)

    select case (metric)
    case (cityblock)
      s = abs(a(1) - y(:, 1)) + abs(a(2) - y(:, 2)) + abs(a(3) - y(:, 3))
      t = abs(b(1) - y(:, 1)) + abs(b(2) - y(:, 2)) + abs(b(3) - y(:, 3))
    case (chebyshev)
      call sums_chebyshev(a, b, y, 3_c_long_long, s, t)
    case default
      s = (a(1) - y(:, 1))**2 + (a(2) - y(:, 2))**2 + (a(3) - y(:, 3))**2
      t = (b(1) - y(:, 1))**2 + (b(2) - y(:, 2))**2 + (b(3) - y(:, 3))**2
      if (metric == euclidean) then
        s = sqrt(s)
        t = sqrt(t)
      end if
    end select
  end subroutine

  ! Sums of |x - y| by their maxima; good is false where more than three binary digits would be lost. `one` is 1, but the
  ! compiler must not know: the multiplication sends the additions to the multiply-add units, which have nothing else to do.
  pure subroutine sums_maxima(a, b, y, k, a_sums, b_sums, one, s, t, good)
    integer(c_long_long), intent(in) :: k
    real(real_kind), intent(in) :: a(k), b(k), y(panel, k + 2), a_sums(2), b_sums(2), one
    real(real_kind), intent(out) :: s(panel), t(panel)
    logical, intent(out) :: good
    integer(c_long_long) :: l
    integer :: j

    s = 0
    t = 0
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j) = s(j) + one * merge(a(l), y(j, l), a(l) > y(j, l))
        t(j) = t(j) + one * merge(b(l), y(j, l), b(l) > y(j, l))
      end do
    end do
    s = 2 * s - (a_sums(1) + y(:, k + 1))
    t = 2 * t - (b_sums(1) + y(:, k + 1))
    good = all(s >= (a_sums(2) + y(:, k + 2)) / 8) .and. all(t >= (b_sums(2) + y(:, k + 2)) / 8)
  end subroutine

  pure subroutine sums_cityblock(a, b, y, k, s, t)
    integer(c_long_long), intent(in) :: k
    real(real_kind), intent(in) :: a(k), b(k), y(panel, k)
    real(real_kind), intent(out) :: s(panel), t(panel)
    integer(c_long_long) :: l
    integer :: j

    s = 0
    t = 0
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j) = s(j) + abs(a(l) - y(j, l))
        t(j) = t(j) + abs(b(l) - y(j, l))
      end do
    end do
  end subroutine

  pure subroutine sums_squares(a, b, y, k, s, t)
    integer(c_long_long), intent(in) :: k
    real(real_kind), intent(in) :: a(k), b(k), y(panel, k)
    real(real_kind), intent(out) :: s(panel), t(panel)
    integer(c_long_long) :: l
    integer :: j

    s = 0
    t = 0
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j) = s(j) + (a(l) - y(j, l))**2
        t(j) = t(j) + (b(l) - y(j, l))**2
      end do
    end do
  end subroutine

  pure subroutine sums_chebyshev(a, b, y, k, s, t)
    integer(c_long_long), intent(in) :: k
    real(real_kind), intent(in) :: a(k), b(k), y(panel, k)
    real(real_kind), intent(out) :: s(panel), t(panel)
    integer(c_long_long) :: l
    integer :: j

    s = 0
    t = 0
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j) = merge(abs(a(l) - y(j, l)), s(j), abs(a(l) - y(j, l)) > s(j))
        t(j) = merge(abs(b(l) - y(j, l)), t(j), abs(b(l) - y(j, l)) > t(j))
      end do
    end do
  end subroutine
end module
