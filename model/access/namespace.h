// SPDX-License-Identifier: GPL-3.0-or-later
// POSIX declares a function access() at global scope, so the namespace of this folder stands inside
// ff; the directive lets everyone say access::Grant all the same.
#pragma once

namespace ff::access {}

using namespace ff;
