! The distance matrix in Fortran at the speed of the processor. What makes it fast, against plain.f90:
!
! 1. The innermost loop runs over 8 neighbouring items of the result (16 of c_float), not over the features: sums that do
!    not wait for each other, which the compiler keeps in vector registers. `!$omp simd` says that it may.
! 2. Four columns of the result are summed at once, so that each number of y that is loaded is used four times.
! 3. y is packed once into panels yp(8, k, m/8), so that this loop reads memory forwards; so the vectors load without
!    gathering. x needs no packing: one number of it serves 8 sums.
! 4. Four columns are done side by side along as many panels of y as fit the second cache. So the processor sees four long
!    runs of stores and fetches their lines ahead: gfortran has no store past the caches, each line is read before it is
!    overwritten, and with short runs that takes twice as long.
! 5. |x - y| = 2 max(x, y) - x - y, and the sums of x and of y over the features are known beforehand: two instructions a
!    feature instead of three. Where the sums cancel (points near each other and far from 0), digits would be lost; that is
!    seen from the result, and such a block is summed again as |x - y|.
!
! This file is compiled once for each width of vector register and for c_double and c_float; the build puts their names for
! _width.
module distance_tiles_width
  use iso_c_binding
  implicit none
  private ! so that the compiler may put the small procedures into their callers
  public :: pack, tile
  ! with names of their own in the machine code, where the program shows their loops
  public :: sums_maxima, sums_cityblock, sums_squares, sums_chebyshev
  integer, parameter :: real_kind = c_double
  integer(c_int), parameter :: cityblock = 0, sqeuclidean = 1, euclidean = 2, chebyshev = 3
  ! a panel is a line of the cache, and so are the items of the result that are summed at once
  integer, parameter :: panel = 512 / storage_size(1.0_real_kind), columns = 16, together = 4
  real(real_kind), volatile :: one_in_memory = 1
contains
  ! y(k, m) into panels of points, and after the features their sums and the sums of their magnitudes; a last panel that
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

  ! Computes columns [column, column_end] of d, rows [row, row_end], counted from 1; row - 1 is a multiple of the panel.
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
    integer(c_long_long), parameter :: line = 64, cached = 256 * 1024 ! bytes of a panel's feature; of panels in use
    real(real_kind) :: s(panel, together), x_sums(2, columns), one
    integer(c_long_long) :: from, begin, chunk, panels, p, i, c(together), first, last
    integer :: lost, q
    logical :: good

    lost = 0
    one = one_in_memory
    if (metric == cityblock) then
      do i = column, column_end
        x_sums(:, i - column + 1) = both_sums(x(:, i))
      end do
    end if
    panels = (row_end + panel - 1) / panel
    chunk = max(1_c_long_long, cached / (line * (k + 2)))
    do from = (row - 1) / panel + 1, panels, chunk
      do i = column, column_end, together
        c = min([i, i + 1, i + 2, i + 3], column_end) ! past the end, the last column is done again
        begin = from
        if (k == 3) then
          begin = min(from + chunk, row_end / panel + 1) ! the first panel that is left, one that is not full
          call three_columns(metric, x(:, c(1)), x(:, c(2)), x(:, c(3)), x(:, c(4)), yp, d, c, n, m, from, begin - 1)
        end if
        do p = begin, min(from + chunk - 1, panels)
          first = (p - 1) * panel + 1
          last = min(first + panel - 1, row_end)
          select case (metric)
          case (cityblock)
            good = .false.
            if (lost < most_lost) then
              call sums_maxima(x(:, c(1)), x(:, c(2)), x(:, c(3)), x(:, c(4)), yp(:, :, p), k, &
                               x_sums(:, c - column + 1), one, s, good)
              if (.not. good) lost = lost + 1
            end if
            if (.not. good) &
              call sums_cityblock(x(:, c(1)), x(:, c(2)), x(:, c(3)), x(:, c(4)), yp(:, :, p), k, s)
          case (chebyshev)
            call sums_chebyshev(x(:, c(1)), x(:, c(2)), x(:, c(3)), x(:, c(4)), yp(:, :, p), k, s)
          case default
            call sums_squares(x(:, c(1)), x(:, c(2)), x(:, c(3)), x(:, c(4)), yp(:, :, p), k, s)
          end select
          if (metric == euclidean) s = sqrt(s)
          do q = 1, together
            if (last - first + 1 == panel) then ! a length that the compiler knows: moved by vectors, not by a call
              d(first:first + panel - 1, c(q)) = s(:, q)
            else
              d(first:last, c(q)) = s(1:last - first + 1, q)
            end if
          end do
        end do
      end do
    end do
  end subroutine

  ! Four columns of the result where there are three features: whole panels [from, last_panel].
  subroutine three_columns(metric, a, b, e, f, yp, d, c, n, m, from, last_panel)
    integer(c_int), intent(in) :: metric
    integer(c_long_long), intent(in) :: n, m, c(together), from, last_panel
    real(real_kind), intent(in) :: a(3), b(3), e(3), f(3), yp(panel, 5, (m + panel - 1) / panel)
    real(real_kind), intent(inout) :: d(m, n)
    integer(c_long_long) :: p, at

    do p = from, last_panel
      at = (p - 1) * panel
      call three_features(metric, a, yp(:, :, p), d(at + 1:at + panel, c(1)))
      call three_features(metric, b, yp(:, :, p), d(at + 1:at + panel, c(2)))
      call three_features(metric, e, yp(:, :, p), d(at + 1:at + panel, c(3)))
      call three_features(metric, f, yp(:, :, p), d(at + 1:at + panel, c(4)))
    end do
  end subroutine

  ! Points in space: the three features unrolled, so that no loop is left but the one over the result.
  pure subroutine three_features(metric, a, y, s)
    integer(c_int), intent(in) :: metric
    real(real_kind), intent(in) :: a(3), y(panel, 3)
    real(real_kind), intent(out) :: s(panel)
    integer :: l

    select case (metric)
    case (cityblock)
      s = abs(a(1) - y(:, 1)) + abs(a(2) - y(:, 2)) + abs(a(3) - y(:, 3))
    case (chebyshev)
      s = 0
      do l = 1, 3
        s = merge(abs(a(l) - y(:, l)), s, abs(a(l) - y(:, l)) > s)
      end do
    case default
      s = (a(1) - y(:, 1))**2 + (a(2) - y(:, 2))**2 + (a(3) - y(:, 3))**2
      if (metric == euclidean) s = sqrt(s)
    end select
  end subroutine

  ! By a loop: for an assignment of the whole array, gfortran calls on the processor's slow way to fill memory. The build
  ! forbids it to see through this (-fno-tree-loop-distribute-patterns).
  pure subroutine zeros(s)
    real(real_kind), intent(out) :: s(panel, together)
    integer :: j, q

    do q = 1, together
      !$omp simd
      do j = 1, panel
        s(j, q) = 0
      end do
    end do
  end subroutine

  ! Sums of |x - y| by their maxima; good is false where more than three binary digits would be lost. `one` is 1, but the
  ! compiler must not know: the multiplication sends the additions to the multiply-add units, which have nothing else to do.
  pure subroutine sums_maxima(a, b, c, e, y, k, x_sums, one, s, good)
    integer(c_long_long), intent(in) :: k
    real(real_kind), intent(in) :: a(k), b(k), c(k), e(k), y(panel, k + 2)
    real(real_kind), intent(in) :: x_sums(2, together), one
    real(real_kind), intent(out) :: s(panel, together)
    logical, intent(out) :: good
    integer(c_long_long) :: l, lost ! counted in whole numbers: their order does not matter, so vectors may count
    integer :: j, q

    call zeros(s)
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j, 1) = s(j, 1) + one * merge(a(l), y(j, l), a(l) > y(j, l))
        s(j, 2) = s(j, 2) + one * merge(b(l), y(j, l), b(l) > y(j, l))
        s(j, 3) = s(j, 3) + one * merge(c(l), y(j, l), c(l) > y(j, l))
        s(j, 4) = s(j, 4) + one * merge(e(l), y(j, l), e(l) > y(j, l))
      end do
    end do
    lost = 0
    do q = 1, together
      !$omp simd reduction(+:lost)
      do j = 1, panel
        s(j, q) = 2 * s(j, q) - (x_sums(1, q) + y(j, k + 1))
        lost = lost + merge(0_c_long_long, 1_c_long_long, s(j, q) >= (x_sums(2, q) + y(j, k + 2)) / 8)
      end do
    end do
    good = lost == 0
  end subroutine

  pure subroutine sums_cityblock(a, b, c, e, y, k, s)
    integer(c_long_long), intent(in) :: k
    real(real_kind), intent(in) :: a(k), b(k), c(k), e(k), y(panel, k)
    real(real_kind), intent(out) :: s(panel, together)
    integer(c_long_long) :: l
    integer :: j

    call zeros(s)
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j, 1) = s(j, 1) + abs(a(l) - y(j, l))
        s(j, 2) = s(j, 2) + abs(b(l) - y(j, l))
        s(j, 3) = s(j, 3) + abs(c(l) - y(j, l))
        s(j, 4) = s(j, 4) + abs(e(l) - y(j, l))
      end do
    end do
  end subroutine

  pure subroutine sums_squares(a, b, c, e, y, k, s)
    integer(c_long_long), intent(in) :: k
    real(real_kind), intent(in) :: a(k), b(k), c(k), e(k), y(panel, k)
    real(real_kind), intent(out) :: s(panel, together)
    integer(c_long_long) :: l
    integer :: j

    call zeros(s)
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j, 1) = s(j, 1) + (a(l) - y(j, l))**2
        s(j, 2) = s(j, 2) + (b(l) - y(j, l))**2
        s(j, 3) = s(j, 3) + (c(l) - y(j, l))**2
        s(j, 4) = s(j, 4) + (e(l) - y(j, l))**2
      end do
    end do
  end subroutine

  pure subroutine sums_chebyshev(a, b, c, e, y, k, s)
    integer(c_long_long), intent(in) :: k
    real(real_kind), intent(in) :: a(k), b(k), c(k), e(k), y(panel, k)
    real(real_kind), intent(out) :: s(panel, together)
    integer(c_long_long) :: l
    integer :: j

    call zeros(s)
    do l = 1, k
      !$omp simd
      do j = 1, panel
        s(j, 1) = merge(abs(a(l) - y(j, l)), s(j, 1), abs(a(l) - y(j, l)) > s(j, 1))
        s(j, 2) = merge(abs(b(l) - y(j, l)), s(j, 2), abs(b(l) - y(j, l)) > s(j, 2))
        s(j, 3) = merge(abs(c(l) - y(j, l)), s(j, 3), abs(c(l) - y(j, l)) > s(j, 3))
        s(j, 4) = merge(abs(e(l) - y(j, l)), s(j, 4), abs(e(l) - y(j, l)) > s(j, 4))
      end do
    end do
  end subroutine
end module
