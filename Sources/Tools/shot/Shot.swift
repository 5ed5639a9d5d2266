import Content
import Libc
import Notes
import Quiz
import Scheduling
import Screens
import TextUI
import Widgets

/// `shot [--size 80x24] [--widget NAME] [KEY...]`: a screen of the program as an SVG on standard output.
///
/// The course opens, keys are pressed, and the same `update` and `draw` as in a terminal make the
/// picture: it shows what a reader would see who has read nothing yet.
@main
struct Shot {
  static func main() {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      print(options.wantsHelp ? Options.help : try picture(options))
    } catch {
      let line = "shot: \(error)\n"
      _ = write(STDERR_FILENO, line, line.utf8.count)
      exit(2)
    }
  }

  /// The SVG that a command line asks for.
  static func picture(_ options: Options) throws -> String {
    var session = Session(size: options.size, opening: try routes(options))
    for key in options.keys { session.press(key) }
    return SVGPicture(session.canvas, theme: options.theme, title: session.title).text
  }

  private static func routes(_ options: Options) throws -> [Route] {
    if let name = options.widget {
      guard let type = allWidgets.first(where: { $0.name == name }) else {
        throw Mistake("there is no widget \(name); `attend widget` lists them")
      }
      return [.contents, .widgetList(at: name), .widget(.example(of: type))]
    }
    if let name = options.lesson {
      let lesson = try LessonName.find(name, in: Session.course)
      return [.contents, .lesson(lesson, .top)]
    }
    return [.contents]
  }
}

/// The program without a terminal: nothing is stored, and a second passes with each event.
private struct Session {
  private var app: App
  private let size: Size
  private var now = Moment(utc: 1_000_000_000_000)

  static var course: Library {
    let documents = Course.files.map { file in
      Document(path: file.name, bytes: file.text.withUTF8Buffer { Array($0) })
    }
    return Library(title: "The course", key: Library.courseKey, documents: documents)
  }

  init(size: Size, opening routes: [Route]) {
    self.size = size
    app = App(state: AppState(library: Self.course), size: size, opening: routes)
    settle()
  }

  var canvas: Canvas {
    var canvas = Canvas(size: size)
    app.draw(on: &canvas)
    return canvas
  }

  var title: String { app.title }

  mutating func press(_ key: Key) {
    send(.key(key))
    settle()
  }

  /// What is done in slices is done to its end.
  private mutating func settle() { while app.tickInterval == .zero { send(.tick) } }

  private mutating func send(_ event: Event) {
    now.utc += 1000
    now.random += 10
    _ = app.deliver(.terminal(event), now: now) { effect, _ in
      effect == .recall ? [.progress(Progress(reviews: []), settings: Settings())] : []
    }
  }
}
