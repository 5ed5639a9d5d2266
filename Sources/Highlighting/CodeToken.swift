/// What a stretch of source code is, as far as colouring it goes.
package enum CodeToken: Equatable, Sendable {
  case plain, keyword, string, comment, number
}
