// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/plan_file.h"

#include "base/file.h"
#include "base/resources.h"

#include <filesystem>

namespace app {

base::Result<std::string> planText(const std::string& name) {
    if (!std::filesystem::exists(name))
        if (const auto shipped = base::resource("plans/" + name + ".toml"))
            return std::string(*shipped);
    return base::readFile(name);
}

}  // namespace app
