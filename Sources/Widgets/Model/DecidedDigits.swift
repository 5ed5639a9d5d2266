/// A widget that decides how its numbers are written once, for its tables and all that is said of them.
protocol DecidedDigits: Widget {
  func digits(_ view: View) -> Digits
}

extension DecidedDigits {
  /// The view with that decided.
  func deciding(_ view: View) -> View {
    var view = view
    view.digits = digits(view)
    return view
  }
}
