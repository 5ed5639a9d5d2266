import Inside
import Models

/// Pages that ask nothing here, and would tell what is asked elsewhere.
extension InsideWidget {
  /// Whether the page says why it asks nothing, and tells nothing, before what it tells is known.
  var isUntold: Bool {
    let last = tokens.count - 1
    switch parameters.page {
    case .map:
      return isHead && place == 0 && last > 0 && isHidden(.looks(parameters.component, place: last))
    case .without:
      return !hasQuestion && isHidden(.losses(place: place))
    case .answers:
      // What was drawn after the text has told it.
      return isOwn && !hasQuestion && parameters.said.isEmpty
        && isHidden(.last(text: parameters.text, place: last, parameters.model))
    case .next, .patch, .units, .sample, .evidence: return false
    }
  }

  /// The same in words, with the key that leads on.
  func whyUntold(_ view: View) -> String {
    switch parameters.page {
    case .map: whyNothingIsAsked(key(.later, view))
    case .without: whyLittleIsAsked(key(.allOn, view)) + "."
    default:
      "Of one model there is nothing to choose: page 1 asks first what comes after the last token."
    }
  }
}
