import Formulas
import Notes

extension Widget {
  /// An open widget with the inputs that it came with, and what the reader left it with, as far as
  /// that began with them. Where it goes on with numbers of the widget before, which may have changed,
  /// what the reader made of all others stays. A place in a model's own numbers is shown as the model has
  /// it: what was made of others has nothing to do with it.
  package static func opened(
    _ inputs: Inputs, draft: Draft? = nil
  ) throws(Diagnostic) -> any WidgetPanel {
    var fresh = try Self(inputs)
    let look: OpeningLook
    do throws(InputProblem) {
      look = try OpeningLook(inputs)
      fresh = try look.opened(fresh)
    } catch { throw error.diagnostic(in: inputs) }
    let origin = fresh.inputs
    // A stepper that names its source goes on with numbers of another widget.
    let hasSource = inputs["source"] != nil
    let isOfAModel = hasSource && inputs["cursor"] != nil
    guard var draft, draft.origin == origin || !isOfAModel && (goesOn || hasSource) else {
      do throws(InputProblem) {
        return Panel(
          fresh, at: try look.cursor(in: fresh), isGuessing: look.isGuessing && hasGuesses,
          isOfAModel: isOfAModel)
      } catch { throw error.diagnostic(in: inputs) }
    }
    if isOfAModel {
      // It is looked at anew, from the place that was looked at.
      let place = try? look.cursor(in: fresh)
      draft.inputs["step"] = origin["step"]
      if let place { draft.place = Moving(fresh).place(of: place) }
      return Panel(fresh, at: place, isOfAModel: true, draft: draft)
    }
    guard draft.origin != origin else { return Panel(fresh, draft: draft) }
    let (rebased, lost) = draft.rebased(on: origin)
    var panel = Panel(fresh, draft: rebased)
    if (try? Self(rebased.inputs)) == nil {
      panel.note = "The numbers came anew, and what you changed does not fit them: it is gone"
    } else if !lost.isEmpty {
      panel.note =
        "\(lost.joined(separator: ", ")) came anew, and some of what you changed there is gone"
    }
    return panel
  }
}
